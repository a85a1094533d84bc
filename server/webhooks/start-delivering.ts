import type { DeliveryId, EndpointId } from "../../shared/ids.ts";
import { isDatabaseAway } from "../database/errors.ts";
import type { Log } from "../log.ts";
import { attemptDelivery, type Delivering } from "./attempt-delivery.ts";
import { claimDeliveries, type FreshClaim } from "./claim-deliveries.ts";
import { keepConnections } from "./connections.ts";
import { nextDue, releaseClaims } from "./deliveries.ts";
import { createPlaces } from "./places.ts";
import { createRecords } from "./records.ts";
import { createTurns } from "./turns.ts";

export interface DeliveryLoop {
  /** Looks for due deliveries now. */
  kick(): void;
  /** Gives back what is not finished within `graceMs` and stops. */
  stop(graceMs?: number): Promise<void>;
}

/** Tries under way at once: in all, of receivers that hang, of one endpoint. */
const quickTries = 128;
const slowTries = 256;
const longMs = 1_000;
const atOncePerEndpoint = 4;
/** Claimed at once, in all and of one endpoint; the next are claimed while half of them are still to be tried. */
const mostClaimed = 1024;
const mostPerEndpoint = 16;
/** Longer than a try may take and what is claimed may wait for it, so that a claim runs out only when its process is gone. */
const claimMs = 25_000;
const patienceMs = 8_000;

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
  const trying: Delivering = {
    ...deps,
    connections,
    records: createRecords(sql),
    signal: stopping.signal,
  };
  const turns = createTurns({ atOncePerEndpoint, patienceMs });
  const places = createPlaces({ quick: quickTries, slow: slowTries, longMs });
  const tries = new Set<Promise<void>>();
  // Claimed, and not to be tried under this claim any more.
  let givenBack: DeliveryId[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looking: Promise<void> | undefined;
  let lookAgain = false;
  let isMoreLikely = false;
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
      await giveBack();
      startTries();
      while (lookAgain && !stopped) {
        lookAgain = false;
        isMoreLikely = turns.ready >= mostClaimed / 2 || await claim();
        startTries();
        lookAgain ||= isMoreLikely && turns.ready < mostClaimed / 2;
      }
      if (turns.busy.length === 0) trying.records.endpoints.close();
      // The end of a try looks again where more is likely.
      if (!isMoreLikely) wait = await untilNext();
    } catch (error) {
      log("error", "looking for due deliveries failed", { error: (error as Error).name });
    }
    if (!stopped) timer = setTimeout(kick, wait);
  }

  async function giveBack(): Promise<void> {
    givenBack.push(...turns.takeStale().map(({ id }) => id));
    if (givenBack.length === 0) return;
    const ended = [...givenBack];
    await releaseClaims(sql, claimedBy, now(), ended);
    givenBack = givenBack.filter((id) => !ended.includes(id));
  }

  /** Claims what is due. True when more is likely to be. */
  async function claim(): Promise<boolean> {
    const at = now();
    const wanted = { most: mostClaimed - turns.ready, perEndpoint: mostPerEndpoint, now: at };
    const until = new Date(at.getTime() + claimMs);
    const due = await claimDeliveries(deps, { ...wanted, busy: turns.busy, claimedBy, until });
    turns.add(due);
    return due.length >= wanted.most || hasFullShare(due);
  }

  async function untilNext(): Promise<number> {
    // A busy endpoint's next batch comes after this one; to look for it all the time would slow the others.
    const at = await nextDue(sql, turns.busy);
    if (!at) return pollMs;
    return Math.min(pollMs, Math.max(20, at.getTime() - now().getTime()));
  }

  function startTries(): void {
    while (!stopped && turns.ready > 0) {
      const leave = places.take();
      const delivery = leave && turns.next();
      if (!delivery) return leave?.();
      const attempt = tryOne(delivery, leave).finally(() => tries.delete(attempt));
      tries.add(attempt);
    }
  }

  async function tryOne(delivery: FreshClaim, leave: () => void): Promise<void> {
    const { endpointId } = delivery;
    let hasArrived = false;
    try {
      await attemptDelivery(trying, delivery, (isDelivered) => {
        hasArrived = isDelivered;
        leave();
        if (hasArrived) turns.arrived(endpointId);
        startTries();
      });
    } catch (error) {
      // Tried again as soon as the database is back, or when the claim runs out.
      if (isDatabaseAway(error)) givenBack.push(delivery.id);
      log("error", "a delivery could not be tried", {
        delivery: delivery.id,
        error: (error as Error).name,
      });
    } finally {
      leave();
      const isThrough = turns.ended(endpointId, hasArrived);
      startTries();
      if (isThrough || (isMoreLikely && turns.ready < mostClaimed / 2)) kick();
    }
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

/** Whether an endpoint was given as many as one may have, so that others may have been hidden behind what it is owed. */
function hasFullShare(claimed: readonly FreshClaim[]): boolean {
  const shares = new Map<EndpointId, number>();
  for (const { endpointId } of claimed) shares.set(endpointId, (shares.get(endpointId) ?? 0) + 1);
  return shares.values().some((share) => share >= mostPerEndpoint);
}
