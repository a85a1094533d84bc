import type { EventHeadcount } from "../../shared/headcount.ts";
import type { SiteId } from "../../shared/ids.ts";
import type { Deps } from "../deps.ts";
import { eventsOf } from "../sites/events.ts";
import { eventHeadcounts } from "./event-headcounts.ts";
import { headcountsAsOf } from "./headcounts.ts";

/** The numbers of every event, all as of one change. */
export async function listHeadcounts(
  { sql }: Pick<Deps, "sql">,
  siteId: SiteId,
): Promise<{ changeNumber: number; events: EventHeadcount[] }> {
  const [{ changeNumber, headcounts }, events] = await Promise.all([
    headcountsAsOf(sql, siteId),
    eventsOf(sql, siteId),
  ]);
  return { changeNumber, events: eventHeadcounts(events, headcounts) };
}
