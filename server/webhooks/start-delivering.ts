import type { DeliveryId, EndpointId } from "../../shared/ids.ts";
import { isDatabaseAway } from "../database/errors.ts";
import type { Log } from "../log.ts";
import { attemptDelivery, type Delivering } from "./attempt-delivery.ts";
import { claimDue, type DueDelivery, nextDue, releaseClaims } from "./deliveries.ts";
import { keepConnections } from "./dial.ts";
import { createRecords } from "./records.ts";

export interface DeliveryLoop {
  /** Looks for due deliveries now. */
  kick(): void;
  /** Gives back what is not finished within `graceMs` and stops. */
  stop(graceMs?: number): Promise<void>;
}

/** How many tries are under way at once, in all and for one endpoint; an endpoint gets its next batch after the last. */
const most = 128;
const mostPerEndpoint = 4;
/** Not for a place or two: to look for due deliveries costs as much as ten of them. */
const fewest = 32;
/** Longer than a try may take, so that a claim runs out only when its process is gone. */
const claimMs = 25_000;

/**
 * Tries deliveries as they fall due. The table is the queue: several processes share it, a claim that its process did not
 * live to finish runs out, and a dead receiver takes up no more than its own few places.
 */
export async function startDelivering(
  deps: Omit<Delivering, "signal" | "connections" | "records"> & { log: Log },
  pollMs = 1000,
): Promise<DeliveryLoop> {
  const { sql, now, log } = deps;
  const claimedBy = crypto.randomUUID();
  const stopping = new AbortController();
  const connections = keepConnections();
  const records = createRecords(sql);
  const underWay = new Map<EndpointId, number>();
  const tries = new Set<Promise<void>>();
  // Of tries that ended without the database knowing how.
  let unrecorded: DeliveryId[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looking: Promise<void> | undefined;
  let lookAgain = false;
  let stopped = false;

  // The embedded database has one process: whatever is claimed, an earlier one left behind.
  if (sql.engine === "pglite") await releaseClaims(sql, null, now());

  function kick(): void {
    if (stopped) return;
    lookAgain = true;
    looking ??= look().finally(() => looking = undefined);
  }

  async function look(): Promise<void> {
    clearTimeout(timer);
    let wait = pollMs;
    try {
      if (unrecorded.length > 0) {
        const ended = [...unrecorded];
        await releaseClaims(sql, claimedBy, now(), ended);
        unrecorded = unrecorded.filter((id) => !ended.includes(id));
      }
      while (lookAgain && !stopped) {
        lookAgain = false;
        if (most - tries.size < fewest) break;
        const due = await claim();
        due.forEach(start);
        if (due.length > 0) lookAgain = true;
      }
      wait = await untilNext();
    } catch (error) {
      log("error", "looking for due deliveries failed", { error: (error as Error).name });
    }
    if (!stopped) timer = setTimeout(kick, wait);
  }

  function claim(): Promise<DueDelivery[]> {
    const at = now();
    return claimDue(sql, {
      most: most - tries.size,
      perEndpoint: mostPerEndpoint,
      busy: [...underWay.keys()],
      claimedBy,
      now: at,
      until: new Date(at.getTime() + claimMs),
    });
  }

  async function untilNext(): Promise<number> {
    // A busy endpoint's next batch comes after this one; to look for it all the time would slow the others.
    const at = await nextDue(sql, [...underWay.keys()]);
    if (!at) return pollMs;
    return Math.min(pollMs, Math.max(20, at.getTime() - now().getTime()));
  }

  function start(delivery: DueDelivery): void {
    const { endpointId } = delivery;
    underWay.set(endpointId, (underWay.get(endpointId) ?? 0) + 1);
    const attempt = attemptDelivery(
      { ...deps, records, connections, signal: stopping.signal },
      delivery,
    )
      .catch((error) => {
        // Tried again as soon as the database is back, or when the claim runs out.
        if (isDatabaseAway(error)) unrecorded.push(delivery.id);
        log("error", "a delivery could not be tried", {
          delivery: delivery.id,
          error: (error as Error).name,
        });
      })
      .finally(() => {
        tries.delete(attempt);
        const left = (underWay.get(endpointId) ?? 1) - 1;
        if (left > 0) underWay.set(endpointId, left);
        else underWay.delete(endpointId);
        kick();
      });
    tries.add(attempt);
  }

  kick();
  return {
    kick,
    async stop(graceMs = 5000) {
      stopped = true;
      clearTimeout(timer);
      const grace = setTimeout(() => stopping.abort(), graceMs);
      await looking;
      await Promise.allSettled(tries);
      clearTimeout(grace);
      clearTimeout(timer);
      connections.close();
      await releaseClaims(sql, claimedBy, now());
    },
  };
}
