import type { Outside } from "./outside.ts";
import type { Outcome } from "./server.ts";
import type { Trouble } from "./trouble.ts";

const worthRepeating = new Set<string>([
  "unreachable",
  "database-away",
  "stopping",
  "too-many-requests",
]);

/** Whether the same request may do better a moment later. */
export function isPassing(trouble: Trouble): boolean {
  return worthRepeating.has(trouble.code);
}

/** Milliseconds to wait after so many tries: 1 s, 2 s, 4 s … 60 s, spread by 20 %, never less than the server asks. */
export function pauseAfter(tries: number, trouble: Trouble, random: number): number {
  const spread = 0.8 + random * 0.4;
  const pause = Math.min(60_000, 1000 * 2 ** tries) * spread;
  return Math.max(Math.round(pause), (trouble.after ?? 0) * 1000);
}

/** Asks until the server answers for good: again after a pause, or at once when the line is back. */
export async function untilAnswered<Body>(
  outside: Pick<Outside, "later" | "onOnline" | "random">,
  ask: () => Promise<Outcome<Body>>,
  signal: AbortSignal,
  onWaiting: (trouble: Trouble) => void,
): Promise<Outcome<Body>> {
  for (let tries = 0;; tries++) {
    const outcome = await ask();
    if (outcome.ok || signal.aborted || !isPassing(outcome.trouble)) return outcome;
    onWaiting(outcome.trouble);
    await pause(outside, pauseAfter(tries, outcome.trouble, outside.random()), signal);
    if (signal.aborted) return outcome;
  }
}

function pause(
  { later, onOnline }: Pick<Outside, "later" | "onOnline">,
  ms: number,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      cancel();
      off();
      signal.removeEventListener("abort", done);
      resolve();
    };
    const cancel = later(ms, done);
    const off = onOnline(done);
    signal.addEventListener("abort", done);
  });
}
