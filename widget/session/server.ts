import type {
  FindInvitation,
  FoundInvitation,
  InvitationView,
  NewNote,
} from "../../shared/party.ts";
import type { ProblemBody } from "../../shared/problems.ts";
import type { SavedReply, Submission } from "../../shared/reply.ts";
import type { SiteForm } from "../../shared/site.ts";
import type { Outside } from "./outside.ts";
import { type Trouble, troubleFrom } from "./trouble.ts";

/** What came of a request: a broken line is an outcome too. */
export type Outcome<Body> = { ok: true; body: Body } | { ok: false; trouble: Trouble };

export interface SentReply {
  reply: SavedReply;
  changeNumber: number;
  view: InvitationView;
}

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
) {
  const address = `${server}/v1/sites/${encodeURIComponent(site)}`;

  async function ask<Body>(
    path: string,
    signal: AbortSignal,
    { method = "GET", body, headers }: Request = {},
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
    /** Whether anybody answers at all: a server that does not know the page hides what it says from it. */
    isThere: (signal: AbortSignal) =>
      fetch()(`${address}/form`, { mode: "no-cors", credentials: "omit", signal })
        .then(() => true, () => false),
    readForm: (signal: AbortSignal) => ask<SiteForm>("/form", signal),
    find: (body: FindInvitation, signal: AbortSignal) =>
      ask<FoundInvitation>("/find", signal, { method: "POST", body }),
    readParty: (token: string, signal: AbortSignal) =>
      ask<InvitationView>("/party", signal, { headers: bearer(token) }),
    sendReply: (token: string, key: string, body: Submission, signal: AbortSignal) =>
      ask<SentReply>("/party/reply", signal, {
        method: "PUT",
        body,
        headers: { ...bearer(token), "idempotency-key": key },
      }),
    tellCouple: (body: NewNote, signal: AbortSignal) =>
      ask<unknown>("/notes", signal, { method: "POST", body }),
    followParty: (token: string, signal: AbortSignal) =>
      fetch()(`${address}/party/live`, { credentials: "omit", signal, headers: bearer(token) }),
  };
}

function bearer(token: string) {
  return { authorization: `Bearer ${token}` };
}

async function readTrouble(answer: Response): Promise<Trouble> {
  const after = Number(answer.headers.get("retry-after")) || undefined;
  const body: Partial<ProblemBody> | null = await answer.json().catch(() => null);
  if (body?.code) return troubleFrom(body, after);
  // A proxy before the server answers in its own words.
  return { code: [502, 503, 504].includes(answer.status) ? "unreachable" : "unexpected" };
}
