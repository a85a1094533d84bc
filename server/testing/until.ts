import { setTimeout as sleep } from "node:timers/promises";

/**
 * Asks again and again until there is an answer; fails with `what` when there is none in `patienceMs`. Only a test that
 * fails waits that long: it is more than a busy machine needs.
 */
export async function until<Fact>(
  what: string,
  ask: () => Promise<Fact | undefined | false | null>,
  patienceMs = 60_000,
): Promise<Fact> {
  const end = Date.now() + patienceMs;
  while (Date.now() < end) {
    const fact = await ask();
    if (fact) return fact;
    await sleep(10);
  }
  throw new Error(`It never came true that ${what}.`);
}
