import type { WeddingEvent } from "../../shared/events.ts";
import type { Headcounts } from "../headcount/count.ts";
import type { GuestWithReplies } from "../headcount/counted-party.ts";
import type { MovedHeadcounts } from "../headcount/move-headcounts.ts";
import { Problem } from "../problem.ts";
import { seatsLeft } from "./invitation-view.ts";

/** Refuses more guests than an event has room for; whoever is in already may stay, or send fewer. */
export function checkRoom(
  events: readonly WeddingEvent[],
  headcounts: Headcounts,
  { moved }: MovedHeadcounts,
  guests: readonly GuestWithReplies[],
): void {
  for (const { eventId, headcount } of moved) {
    const event = events.find(({ id }) => id === eventId);
    const was = headcounts.get(eventId)?.attending ?? 0;
    if (event?.capacity === undefined) continue;
    if (headcount.attending <= event.capacity || headcount.attending <= was) continue;
    const left = seatsLeft(event.capacity, was, guests, event);
    throw new Problem("event-full", `${event.name} has room for ${left} of you.`, {
      eventId,
      left,
    });
  }
}
