import { createReplyDesk } from "../session/reply-desk.ts";
import type { Outside } from "../session/outside.ts";

type Answer = { status?: number; body: unknown; headers?: Record<string, string> } | "no line";
export interface Asked {
  method: string;
  path: string;
  headers: Headers;
  mode: string | undefined;
  body: unknown;
}

/** A world in which time passes when told to, and the server says what the test says. */
export function anOutside(answer: (asked: Asked) => Answer | Promise<Answer>) {
  const asked: Asked[] = [];
  const due = new Set<{ at: number; act: () => void }>();
  const online = new Set<() => void>();
  let now = Date.parse("2026-11-21T10:00:00Z");
  let keys = 0;
  let forgotten = 0;

  async function fetch(url: string | URL | Request, init: RequestInit = {}): Promise<Response> {
    const request = {
      method: init.method ?? "GET",
      path: String(url).replace("https://rsvp.example/v1/sites/lisbon", ""),
      headers: new Headers(init.headers),
      mode: init.mode,
      body: typeof init.body === "string" ? JSON.parse(init.body) : undefined,
    };
    asked.push(request);
    const said = await answer(request);
    if (init.signal?.aborted || said === "no line") throw new TypeError("Failed to fetch");
    const { status = 200, body, headers = {} } = said;
    return new Response(JSON.stringify(body), { status, headers });
  }

  const outside: Outside = {
    server: "https://rsvp.example",
    site: "lisbon",
    formAtHand: () => undefined,
    fetch: () => fetch,
    later(ms, act) {
      const one = { at: now + ms, act };
      due.add(one);
      return () => due.delete(one);
    },
    onOnline(act) {
      online.add(act);
      return () => online.delete(act);
    },
    now: () => now,
    random: () => 0.5,
    newKey: () => `key-number-${++keys}`,
    forgetLink: () => void forgotten++,
    loadReplyDesk: () => Promise.resolve(createReplyDesk),
    drafts: aKeeper(),
    visits: aKeeper(),
  };

  return {
    outside,
    asked,
    /** How often the page's own link was forgotten. */
    forgotten: () => forgotten,
    /** Timers and online-watchers that are still open. */
    open: () => due.size + online.size,
    pass(ms: number) {
      now += ms;
      for (const one of [...due]) if (one.at <= now && due.delete(one)) one.act();
    },
    comeOnline() {
      for (const act of [...online]) act();
    },
  };
}

/** Waits until something is so; a fact that never comes is an error. */
export async function until(fact: () => boolean) {
  for (let turn = 0; turn < 2000; turn++) {
    if (fact()) return;
    await new Promise((resolve) => setTimeout(resolve));
  }
  throw new Error(`Never came true: ${fact}`);
}

function aKeeper(): Outside["drafts"] {
  const memory = new Map<string, string>();
  return {
    getItem: (key) => memory.get(key) ?? null,
    setItem: (key, value) => void memory.set(key, value),
    removeItem: (key) => void memory.delete(key),
  };
}
