import type { MovedHeadcounts } from "../headcount/move-headcounts.ts";
import { Problem } from "../problem.ts";
import type { Touched } from "./read-touched.ts";

/** Refuses replies for which an event has no room. */
export function checkCapacity(
  { events, headcounts }: Pick<Touched, "events" | "headcounts">,
  { moved }: MovedHeadcounts,
): void {
  for (const { eventId, headcount: { attending } } of moved) {
    const event = events.find(({ id }) => id === eventId);
    const was = headcounts.get(eventId)?.attending ?? 0;
    if (event?.capacity === undefined || attending <= event.capacity || attending <= was) continue;
    throw new Problem(
      "event-full",
      `${attending} would attend ${event.name}, which has room for ${event.capacity}. Raise that number, or leave the replies out.`,
      { eventId, left: Math.max(0, event.capacity - was) },
    );
  }
}
