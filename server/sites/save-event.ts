import type { Actor } from "../../shared/changes.ts";
import type { EventInput, WeddingEvent } from "../../shared/events.ts";
import { type EventId, newId, type SiteId } from "../../shared/ids.ts";
import { changeSite } from "../changes/change-site.ts";
import type { Deps } from "../deps.ts";
import { headcountsOf } from "../headcount/headcounts.ts";
import { Problem } from "../problem.ts";
import { eventsOf, saveEvent as saveEventRow } from "./events.ts";

/**
 * Adds an event, or replaces what is known of one. Problems: `event-not-found`; `in-use` when a meal would go that
 * guests have chosen.
 */
export function saveEvent(
  deps: Pick<Deps, "sql" | "now" | "wake">,
  siteId: SiteId,
  by: Actor,
  { eventId, event }: { eventId?: EventId; event: EventInput },
): Promise<WeddingEvent> {
  return changeSite(deps, siteId, by, {
    read: async (tx) => {
      const [events, headcounts] = await Promise.all([
        eventsOf(tx, siteId),
        headcountsOf(tx, siteId),
      ]);
      return { events, headcounts };
    },
    decide(_site, { events, headcounts }) {
      if (eventId && !events.some(({ id }) => id === eventId)) {
        throw new Problem("event-not-found");
      }
      const saved: WeddingEvent = { id: eventId ?? newId("event"), ...event };
      refuseChosenMeals(saved, headcounts.get(saved.id)?.meals ?? {});
      return {
        news: [{ type: "site.changed", data: { what: ["events"], eventId: saved.id } }],
        write: (tx) => [saveEventRow(tx, siteId, saved, events.length)],
        result: saved,
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
