import type { Actor } from "../../shared/changes.ts";
import type { EventId, SiteId } from "../../shared/ids.ts";
import { changeSite } from "../changes/change-site.ts";
import type { Deps } from "../deps.ts";
import { headcountsOf } from "../headcount/headcounts.ts";
import { Problem } from "../problem.ts";
import { deleteEvent, eventsOf } from "./events.ts";
import { updateSite } from "./sites.ts";

/**
 * Removes an event with its invitations, as long as nobody has replied; a public counter of it goes, too.
 * Problems: `event-not-found`, `event-has-replies`.
 */
export function removeEvent(
  deps: Pick<Deps, "sql" | "now" | "wake">,
  siteId: SiteId,
  by: Actor,
  eventId: EventId,
): Promise<void> {
  return changeSite(deps, siteId, by, {
    read: async (tx) => {
      const [events, headcounts] = await Promise.all([
        eventsOf(tx, siteId),
        headcountsOf(tx, siteId),
      ]);
      return { events, headcount: headcounts.get(eventId) };
    },
    decide({ slug, settings }, { events, headcount }) {
      if (!events.some(({ id }) => id === eventId)) throw new Problem("event-not-found");
      const replies = headcount ? headcount.attending + headcount.declined + headcount.unsure : 0;
      if (replies > 0) {
        throw new Problem("event-has-replies", `${replies} guests have replied for this event.`);
      }
      const counted = settings.publicCounter === eventId;
      return {
        news: [{
          type: "site.changed",
          data: { what: counted ? ["events", "publicCounter"] : ["events"], eventId },
        }],
        write: (tx) => [
          deleteEvent(tx, siteId, eventId),
          ...(counted
            ? [updateSite(tx, siteId, { slug, settings: { ...settings, publicCounter: null } })]
            : []),
        ],
        result: undefined,
      };
    },
  });
}
