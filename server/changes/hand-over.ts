import type { Sql, Tx } from "../database/sql.ts";
import type { Log } from "../log.ts";
import { registerFollower, type SiteChange, takeOwedChanges } from "./owed-changes.ts";
import type { Wakes } from "./wakes.ts";

/** What reacts to changes and must miss none: it writes what it owes in the transaction that takes them. */
export interface Follower {
  name: string;
  follow(tx: Tx, changes: SiteChange[]): Promise<void>;
  /** After the commit. */
  followed?(): void;
}

const batch = 500;
const mostRestMs = 50;

export interface HandingOver {
  /** Stops taking changes and waits for the batch that is under way. */
  stop(): Promise<void>;
}

/**
 * Hands every change to a follower exactly once, at its own pace: at a wake, and every `pollMs` in any case. Between two
 * batches it rests four times as long as the last one took, so that many changes in a row are few transactions; after a
 * quiet moment nobody waits.
 */
export async function startHandingOver(
  { sql, log, wakes }: { sql: Sql; log: Log; wakes: Pick<Wakes, "onWake"> },
  follower: Follower,
  { pollMs = 1000, restMs }: { pollMs?: number; restMs?: number } = {},
): Promise<HandingOver> {
  await registerFollower(sql, follower.name);
  let stopped = false;
  let again = false;
  let running: Promise<void> | undefined;
  let failing = false;
  let endRest = () => {};

  function run(): void {
    if (stopped) return;
    again = true;
    running ??= drain().finally(() => running = undefined);
  }

  async function drain(): Promise<void> {
    while (again && !stopped) {
      again = false;
      try {
        const began = performance.now();
        const taken = await handOver(sql, follower);
        const tookMs = performance.now() - began;
        failing = false;
        if (taken > 0) follower.followed?.();
        if (taken === batch) again = true;
        else if (taken > 0 && !stopped) await rest(restMs ?? Math.min(mostRestMs, 4 * tookMs));
      } catch (error) {
        // They are owed still; the next poll tries again.
        if (!failing) {
          log("error", "handing over changes failed", {
            follower: follower.name,
            error: (error as Error).name,
          });
        }
        failing = true;
        return;
      }
    }
  }

  /** Ends early when it is time to stop. */
  async function rest(ms: number): Promise<void> {
    const rested = Promise.withResolvers<void>();
    const waking = setTimeout(rested.resolve, ms);
    endRest = rested.resolve;
    await rested.promise;
    clearTimeout(waking);
  }

  const timer = setInterval(run, pollMs);
  const unhear = wakes.onWake(run);
  run();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      unhear();
      endRest();
      await running;
    },
  };
}

/** One batch; returns how many changes it had. */
export function handOver(sql: Sql, follower: Follower): Promise<number> {
  return sql.begin(async (tx) => {
    const changes = await takeOwedChanges(tx, follower.name, batch);
    if (changes.length > 0) await follower.follow(tx, changes);
    return changes.length;
  });
}
