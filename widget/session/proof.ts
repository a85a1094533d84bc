import type { Outside } from "./outside.ts";
import type { Outcome } from "./server.ts";
import { type Challenge, solve } from "./solve.ts";

/** Nobody needs to know of what is done in a moment. */
const quietMs = 400;
/** A telephone that takes longer is told to try again later. */
const mostMs = 60_000;
const mostTries = 3;

interface Asking<Body> {
  later: Outside["later"];
  signal: AbortSignal;
  /** Tells whether the guest is being kept waiting. */
  onProving: (proving: boolean) => void;
  /** Sends the same request once more, with a proof. */
  again: (proof: string) => Promise<Outcome<Body>>;
}

/** Solves what the server asks for and sends the request again, as often as it is worth it. */
export async function prove<Body>(
  asked: Outcome<Body>,
  { later, signal, onProving, again }: Asking<Body>,
): Promise<Outcome<Body>> {
  const own = new AbortController();
  const giveUp = () => own.abort();
  signal.addEventListener("abort", giveUp);
  const quiet = later(quietMs, () => onProving(true));
  const cancel = later(mostMs, giveUp);
  let outcome = asked;
  try {
    for (let tries = 0; tries < mostTries; tries++) {
      const challenge = outcome.ok ? undefined : outcome.trouble.challenge;
      const solution = isChallenge(challenge) && await solve(challenge, own.signal);
      if (!solution) break;
      outcome = await again(btoa(JSON.stringify({ challenge, solution })));
    }
  } catch {
    // What cannot be solved is told as it was asked.
  } finally {
    quiet();
    cancel();
    signal.removeEventListener("abort", giveUp);
    onProving(false);
  }
  return outcome;
}

/** Of ALTCHA's second version, as far as it is looked at; a server of a later time may ask for what nobody here knows. */
function isChallenge(said: unknown): said is Challenge {
  return typeof said === "object" && said !== null && "parameters" in said;
}
