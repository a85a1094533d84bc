import type { CountedEvent } from "../../shared/events.ts";
import type { SiteId } from "../../shared/ids.ts";
import type { Deps } from "../deps.ts";
import { headcountsOf } from "../headcount/headcounts.ts";
import { eventsOf } from "./events.ts";

/** A site's events, each with how many attend. */
export async function listEvents(
  { sql }: Pick<Deps, "sql">,
  siteId: SiteId,
): Promise<CountedEvent[]> {
  const [events, headcounts] = await Promise.all([
    eventsOf(sql, siteId),
    headcountsOf(sql, siteId),
  ]);
  return events.map((event) => ({
    ...event,
    attending: headcounts.get(event.id)?.attending ?? 0,
  }));
}
