import type { EndpointId } from "../../shared/ids.ts";
import type { FreshClaim } from "./claim-deliveries.ts";

/** Deliveries that this process has claimed, and whose turn it is. */
export interface Turns {
  add(claimed: readonly FreshClaim[]): void;
  /** The next to be tried, one endpoint after the other, if none has waited too long; it is under way from now on. */
  next(): FreshClaim | undefined;
  /** A delivery has arrived, and is still to be recorded: the receiver may have the next. */
  arrived(endpointId: EndpointId): void;
  /** A try has ended, after it arrived or without. True when nothing of its endpoint is left here. */
  ended(endpointId: EndpointId, hasArrived: boolean): boolean;
  /** Takes out what has waited here for longer than it may. */
  takeStale(): FreshClaim[];
  /** How many could be tried at once. */
  readonly ready: number;
  /** Endpoints of which something is here, waiting or under way. */
  readonly busy: EndpointId[];
}

interface Queue {
  waiting: { delivery: FreshClaim; since: number }[];
  underWay: number;
  recording: number;
  /** How many of those that wait may be tried now. */
  ready: number;
}

export function createTurns(
  { atOncePerEndpoint, patienceMs }: { atOncePerEndpoint: number; patienceMs: number },
): Turns {
  const queues = new Map<EndpointId, Queue>();
  // Those with something that may be tried now; who had a turn goes to the end.
  const inLine = new Set<EndpointId>();
  let ready = 0;

  function settle(endpointId: EndpointId, queue: Queue): boolean {
    ready -= queue.ready;
    queue.ready = Math.min(queue.waiting.length, atOncePerEndpoint - queue.underWay);
    ready += queue.ready;
    if (queue.ready > 0) inLine.add(endpointId);
    else inLine.delete(endpointId);
    const isEmpty = queue.waiting.length + queue.underWay + queue.recording === 0;
    if (isEmpty) queues.delete(endpointId);
    return isEmpty;
  }

  return {
    add(claimed) {
      const since = performance.now();
      for (const delivery of claimed) {
        const { endpointId } = delivery;
        const queue = queues.get(endpointId) ??
          { waiting: [], underWay: 0, recording: 0, ready: 0 };
        queues.set(endpointId, queue);
        queue.waiting.push({ delivery, since });
        settle(endpointId, queue);
      }
    },
    next() {
      const before = performance.now() - patienceMs;
      for (const endpointId of inLine) {
        const queue = queues.get(endpointId);
        const first = queue?.waiting[0];
        if (!queue || !first || first.since < before) continue;
        queue.waiting.shift();
        queue.underWay += 1;
        inLine.delete(endpointId);
        settle(endpointId, queue);
        return first.delivery;
      }
      return undefined;
    },
    arrived(endpointId) {
      const queue = queues.get(endpointId);
      if (!queue) return;
      queue.underWay -= 1;
      queue.recording += 1;
      settle(endpointId, queue);
    },
    ended(endpointId, hasArrived) {
      const queue = queues.get(endpointId);
      if (!queue) return true;
      if (hasArrived) queue.recording -= 1;
      else {
        queue.underWay -= 1;
        // What came of it may have changed where the others go, if anywhere.
        for (const { delivery } of queue.waiting) delete delivery.target;
      }
      return settle(endpointId, queue);
    },
    takeStale() {
      const before = performance.now() - patienceMs;
      const stale: FreshClaim[] = [];
      for (const [endpointId, queue] of queues) {
        const fresh = queue.waiting.findIndex(({ since }) => since >= before);
        const old = queue.waiting.splice(0, fresh < 0 ? Infinity : fresh);
        stale.push(...old.map(({ delivery }) => delivery));
        settle(endpointId, queue);
      }
      return stale;
    },
    get ready() {
      return ready;
    },
    get busy() {
      return [...queues.keys()];
    },
  };
}
