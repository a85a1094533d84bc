import type { Headcount } from "../../shared/headcount.ts";
import type { EventId, SiteId } from "../../shared/ids.ts";
import type { Query, Tx } from "../database/sql.ts";
import type { Headcounts } from "./count.ts";

/** The stored numbers of every event of a site. */
export async function headcountsOf(sql: Query, siteId: SiteId): Promise<Headcounts> {
  const rows = await sql<{ eventId: EventId; headcount: Headcount }>`
    select event_id, headcount
    from headcounts
    where site_id = ${siteId}
  `;
  return new Map(rows.map(({ eventId, headcount }) => [eventId, headcount]));
}

/** The same of several sites; one that nobody is invited to yet has none. */
export async function headcountsOfSites(
  sql: Query,
  siteIds: readonly SiteId[],
): Promise<Map<SiteId, Headcounts>> {
  const rows = await sql<{ siteId: SiteId; eventId: EventId; headcount: Headcount }>`
    select site_id, event_id, headcount
    from headcounts
    where site_id = any(${siteIds})
  `;
  const headcounts = new Map<SiteId, Headcounts>();
  for (const { siteId, eventId, headcount } of rows) {
    const own = headcounts.get(siteId) ?? new Map();
    headcounts.set(siteId, own.set(eventId, headcount));
  }
  return headcounts;
}

/** The stored numbers, and the change they are of: one statement, so that they belong together. */
export async function headcountsAsOf(
  sql: Query,
  siteId: SiteId,
): Promise<{ changeNumber: number; headcounts: Headcounts }> {
  const rows = await sql<{ changeNumber: number; eventId: EventId | null; headcount: Headcount }>`
    select sites.change_number, headcounts.event_id, headcounts.headcount
    from sites
    left join headcounts on headcounts.site_id = sites.site_id
    where sites.site_id = ${siteId}
  `;
  const headcounts: Headcounts = new Map();
  for (const { eventId, headcount } of rows) if (eventId) headcounts.set(eventId, headcount);
  return { changeNumber: rows[0]?.changeNumber ?? 0, headcounts };
}

export async function saveHeadcounts(
  tx: Tx,
  siteId: SiteId,
  headcounts: { eventId: EventId; headcount: Headcount }[],
): Promise<void> {
  if (headcounts.length === 0) return;
  const rows = headcounts.map(({ eventId, headcount }) => ({ event_id: eventId, headcount }));
  await tx`
    insert into headcounts (site_id, event_id, headcount)
    select ${siteId}, event_id, headcount
    from jsonb_to_recordset(${rows}) as moved(event_id text, headcount jsonb)
    on conflict (site_id, event_id) do update
    set headcount = excluded.headcount
  `;
}
