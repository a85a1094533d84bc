import type { FindInvitation, FoundInvitation, InvitationView } from "../../shared/party.ts";
import type { ProblemBody } from "../../shared/problems.ts";
import type { SavedReply } from "../../shared/reply.ts";
import type { SiteForm } from "../../shared/site.ts";
import { loadAgain } from "../words/load-again.ts";
import type { Outside } from "./outside.ts";
import { type Trouble, troubleFrom } from "./trouble.ts";

/** What came of a request: a broken line is an outcome too. */
export type Outcome<Body> = { ok: true; body: Body } | { ok: false; trouble: Trouble };

export interface SentReply {
  reply: SavedReply;
  changeNumber: number;
  view: InvitationView;
}

export type WithdrawnReply = Omit<SentReply, "reply">;

interface Request {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** How long an answer may take before the line counts as broken. */
const patience = 20_000;

/** The guests' side of the server, as far as the form needs it. */
export type GuestServer = ReturnType<typeof createGuestServer>;

export function createGuestServer(
  { fetch, server, site, later }: Pick<Outside, "fetch" | "server" | "site" | "later">,
  /** Hears whether the guest waits for a proof of work. */
  onProving: (proving: boolean) => void,
) {
  const address = `${server}/v1/sites/${encodeURIComponent(site)}`;

  /** Asks, and once more with a proof where the server has grown suspicious. */
  async function ask<Body>(
    path: string,
    signal: AbortSignal,
    request: Request = {},
  ): Promise<Outcome<Body>> {
    const outcome = await askOnce<Body>(path, signal, request);
    if (outcome.ok || !outcome.trouble.challenge) return outcome;
    const file = await loadAgain(() => import("./proof.ts"), 3);
    return file?.prove(outcome, {
      later,
      signal,
      onProving,
      again: (proof) =>
        askOnce<Body>(path, signal, { ...request, headers: { ...request.headers, proof } }),
    }) ?? outcome;
  }

  async function askOnce<Body>(
    path: string,
    signal: AbortSignal,
    { method = "GET", body, headers }: Request,
  ): Promise<Outcome<Body>> {
    const own = new AbortController();
    const giveUp = () => own.abort();
    signal.addEventListener("abort", giveUp);
    const cancel = later(patience, giveUp);
    try {
      const answer = await fetch()(address + path, {
        method,
        credentials: "omit",
        signal: own.signal,
        headers: { ...(body ? { "content-type": "application/json" } : {}), ...headers },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      if (answer.ok) return { ok: true, body: await answer.json() };
      return { ok: false, trouble: await readTrouble(answer) };
    } catch {
      return { ok: false, trouble: { code: "unreachable" } };
    } finally {
      cancel();
      signal.removeEventListener("abort", giveUp);
    }
  }

  return {
    address,
    /** For what is loaded later. */
    ask,
    /** Whether anybody answers at all: a server that does not know the page hides what it says from it. */
    isThere: (signal: AbortSignal) =>
      fetch()(`${address}/form`, { mode: "no-cors", credentials: "omit", signal })
        .then(() => true, () => false),
    readForm: (signal: AbortSignal) => ask<SiteForm>("/form", signal),
    find: (body: FindInvitation, signal: AbortSignal) =>
      ask<FoundInvitation>("/find", signal, { method: "POST", body }),
    readParty: (token: string, signal: AbortSignal) =>
      ask<InvitationView>("/party", signal, { headers: bearer(token) }),
  };
}

/** What opens a party. */
export function bearer(token: string) {
  // A mangled link may hold signs that no header can carry: the request would look like a broken line.
  return { authorization: `Bearer ${token.replace(/[^!-~]/g, "-")}` };
}

async function readTrouble(answer: Response): Promise<Trouble> {
  const after = Number(answer.headers.get("retry-after")) || undefined;
  const body: Partial<ProblemBody> | null = await answer.json().catch(() => null);
  if (body?.code) return troubleFrom(body, after);
  // A proxy before the server answers in its own words.
  return { code: [502, 503, 504].includes(answer.status) ? "unreachable" : "unexpected" };
}
