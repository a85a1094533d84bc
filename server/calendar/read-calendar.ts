import type { EventId, PartyId } from "../../shared/ids.ts";
import { lastSiteChange } from "../changes/changes.ts";
import type { Deps } from "../deps.ts";
import { guestsWithReplies } from "../headcount/counted-party.ts";
import { Problem } from "../problem.ts";
import { eventsOf } from "../sites/events.ts";
import { hostedPageUrl } from "../sites/hosted-page-url.ts";
import type { SiteHead } from "../sites/sites.ts";
import { calendarFile } from "./calendar-file.ts";

/**
 * What somebody of the party comes to, as a calendar file: all of it, or one event. Problems: `nothing-to-attend`, also for an
 * event that does not exist, so that nobody learns of one by asking.
 */
export async function readCalendar(
  { sql, now, config }: Pick<Deps, "sql" | "now" | "config">,
  site: SiteHead,
  partyId: PartyId,
  only?: EventId,
): Promise<string> {
  const [events, guests, revision] = await Promise.all([
    eventsOf(sql, site.id),
    guestsWithReplies(sql, site.id, partyId),
    lastSiteChange(sql, site.id),
  ]);
  const replies = guests.flatMap((guest) => guest.replies);
  const attended = new Set(
    replies.filter(({ attending }) => attending).map(({ eventId }) => eventId),
  );
  const wanted = events.filter(({ id }) => attended.has(id) && (!only || id === only));
  if (wanted.length === 0) throw new Problem("nothing-to-attend");
  return calendarFile({
    events: wanted,
    names: site.settings.names,
    page: site.settings.formPage ?? hostedPageUrl(config.publicUrl, site.slug),
    revision: revision ?? { number: 0, happenedAt: now() },
  });
}
