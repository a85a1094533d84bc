import { isDeepStrictEqual } from "node:util";
import type { Actor } from "../../shared/changes.ts";
import type { CountedEvent, EventInput, WeddingEvent } from "../../shared/events.ts";
import { type EventId, newId, type SiteId } from "../../shared/ids.ts";
import { changeSite } from "../changes/change-site.ts";
import type { Deps } from "../deps.ts";
import { headcountsOf } from "../headcount/headcounts.ts";
import { Problem } from "../problem.ts";
import { eventsOf, saveEvent as saveEventRow } from "./events.ts";

type Needs = Pick<Deps, "sql" | "now" | "wake">;
interface Given {
  eventId?: EventId;
  event: EventInput;
}

/** As many as a reply can answer for. */
const mostEvents = 40;

/** As `saveCountedEvent`; answers with the event alone. */
export async function saveEvent(
  deps: Needs,
  siteId: SiteId,
  by: Actor,
  given: Given,
): Promise<WeddingEvent> {
  const { attending: _, ...event } = await saveCountedEvent(deps, siteId, by, given);
  return event;
}

/**
 * Adds an event, or replaces what is known of one. A capacity below those who attend already is taken; how many
 * they are is in the answer. Problems: `event-not-found`; `in-use` when a meal would go that guests have chosen.
 */
export function saveCountedEvent(
  deps: Needs,
  siteId: SiteId,
  by: Actor,
  { eventId, event }: Given,
): Promise<CountedEvent> {
  return changeSite(deps, siteId, by, {
    read: async (tx) => {
      const [events, headcounts] = await Promise.all([
        eventsOf(tx, siteId),
        headcountsOf(tx, siteId),
      ]);
      return { events, headcounts };
    },
    decide(_site, { events, headcounts }) {
      const known = events.find(({ id }) => id === eventId);
      if (eventId && !known) throw new Problem("event-not-found");
      if (!known && events.length >= mostEvents) {
        throw new Problem("invalid-input", `A site has at most ${mostEvents} events.`);
      }
      const saved: WeddingEvent = { id: eventId ?? newId("event"), ...event };
      const headcount = headcounts.get(saved.id);
      const result = { ...saved, attending: headcount?.attending ?? 0 };
      if (isDeepStrictEqual(known, saved)) return { news: [], result };
      refuseChosenMeals(saved, headcount?.meals ?? {});
      return {
        news: [{ type: "site.changed", data: { what: ["events"], eventId: saved.id } }],
        write: (tx) => [saveEventRow(tx, siteId, saved)],
        result,
      };
    },
  });
}

function refuseChosenMeals(
  event: WeddingEvent,
  chosen: Record<string, Record<string, number>>,
): void {
  const offered = new Set(
    event.courses.flatMap(({ id, meals }) => meals.map((meal) => `${id}|${meal.id}`)),
  );
  for (const [courseId, meals] of Object.entries(chosen)) {
    for (const [mealId, guests] of Object.entries(meals)) {
      if (offered.has(`${courseId}|${mealId}`)) continue;
      throw new Problem("in-use", `${guests} guests have chosen a meal that would go.`, {
        courseId,
        mealId,
      });
    }
  }
}
