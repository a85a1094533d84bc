import { setTimeout as sleep } from "node:timers/promises";
import { readEvents } from "../../server/testing/read-events.ts";
import type { FaultyWedding } from "./weddings.ts";

/** Somebody who watches the changes of a wedding all the time, and comes back when the stream ends. */
export interface Watcher extends AsyncDisposable {
  /** The number of the last change that was seen. */
  seen(): number;
  /** How often the stream ended or was refused. */
  breaks(): number;
  /** Throws when a change was missed or came twice. */
  check(): void;
}

export function followLive(
  server: string,
  { site, viewer }: FaultyWedding,
  from: number,
): Watcher {
  const stopped = new AbortController();
  const { signal } = stopped;
  let seen = from;
  let breaks = 0;
  let wrong: string | undefined;

  async function follow(): Promise<void> {
    const response = await fetch(`${server}/v1/sites/${site.slug}/changes/live`, {
      headers: { authorization: `Bearer ${viewer}`, "last-event-id": String(seen) },
      signal,
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new Error(`refused with ${response.status}`);
    }
    await using events = readEvents(response);
    while (true) {
      const { id } = await events.next();
      if (id === undefined) continue;
      if (id !== seen + 1) wrong ??= `change ${id} came after change ${seen}`;
      seen = id;
    }
  }

  async function comeBack(): Promise<void> {
    while (!signal.aborted) {
      await follow().catch(() => {});
      if (signal.aborted) return;
      breaks += 1;
      await sleep(200, undefined, { signal }).catch(() => {});
    }
  }

  const following = comeBack();
  return {
    seen: () => seen,
    breaks: () => breaks,
    check() {
      if (wrong !== undefined) throw new Error(`${site.slug}, live: ${wrong}`);
    },
    async [Symbol.asyncDispose]() {
      stopped.abort();
      await following;
    },
  };
}
