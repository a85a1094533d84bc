import type { Change } from "../../shared/changes.ts";
import type { PartyId, SiteId } from "../../shared/ids.ts";
import type { SiteSettings } from "../../shared/site.ts";
import type { Query, Tx } from "../database/sql.ts";

/** A site whose row this transaction holds: until it ends, nothing else changes on the site. */
export interface LockedSite {
  id: SiteId;
  slug: string;
  settings: SiteSettings;
  keySealed: Uint8Array;
  changeNumber: number;
  lastHash: string;
}

export async function lockSite(tx: Tx, siteId: SiteId): Promise<LockedSite | undefined> {
  // "no key update": rows that merely refer to the site may still be written.
  const [site] = await tx<LockedSite>`
    select site_id as id, slug, settings, key_sealed, change_number, last_hash
    from sites
    where site_id = ${siteId}
    for no key update
  `;
  return site;
}

/** Appends to the log, moves the site's number on, and notes what each follower is owed: one statement. */
export async function appendChanges(tx: Tx, siteId: SiteId, changes: Change[]): Promise<void> {
  const last = changes.at(-1);
  if (!last) return;
  const rows = changes.map(({ number, type, at, by, data, hash }) => ({
    number,
    type,
    happened_at: at,
    done_by: by,
    data,
    hash,
  }));
  await tx`
    with news as (
      insert into changes (site_id, number, type, happened_at, done_by, data, hash)
      select ${siteId}, number, type, happened_at, done_by, data, hash
      from jsonb_to_recordset(${rows}) as
        news(number bigint, type text, happened_at timestamptz, done_by jsonb, data jsonb, hash text)
      returning number
    ), owed as (
      insert into owed_changes (follower, site_id, number)
      select follower, ${siteId}, number
      from followers, news
    )
    update sites
    set change_number = ${last.number}, last_hash = ${last.hash}
    where site_id = ${siteId}
  `;
}

interface ChangeRow {
  siteId: SiteId;
  number: number;
  type: string;
  happenedAt: Date;
  doneBy: Change["by"];
  data: unknown;
  hash: string;
}

/** The changes of a site after a number, oldest first. */
export async function changesAfter(
  sql: Query,
  siteId: SiteId,
  after: number,
  most: number,
): Promise<Change[]> {
  const rows = await sql<ChangeRow>`
    select site_id, number, type, happened_at, done_by, data, hash
    from changes
    where site_id = ${siteId} and number > ${after}
    order by number
    limit ${most}
  `;
  return rows.map(changeOf);
}

/** The changes of several sites, each after its own number. */
export async function changesOfSites(
  sql: Query,
  sites: { siteId: SiteId; after: number }[],
  most: number,
): Promise<{ siteId: SiteId; change: Change }[]> {
  const asked = sites.map(({ siteId, after }) => ({ site_id: siteId, after }));
  const rows = await sql<ChangeRow>`
    select news.site_id, news.number, news.type, news.happened_at, news.done_by, news.data, news.hash
    from jsonb_to_recordset(${asked}) as asked(site_id text, after bigint)
    cross join lateral (
      select site_id, number, type, happened_at, done_by, data, hash
      from changes
      where changes.site_id = asked.site_id and changes.number > asked.after
      order by number
      limit ${most}
    ) as news
    order by news.site_id, news.number
  `;
  return rows.map((row) => ({ siteId: row.siteId, change: changeOf(row) }));
}

/** What happened to some parties and their guests after a change. */
export async function changesOfParties(
  sql: Query,
  siteId: SiteId,
  after: number,
  partyIds: readonly PartyId[],
): Promise<Change[]> {
  const rows = await sql<ChangeRow>`
    select site_id, number, type, happened_at, done_by, data, hash
    from changes
    where site_id = ${siteId} and number > ${after} and data ->> 'partyId' = any(${partyIds})
    order by number
  `;
  return rows.map(changeOf);
}

/** The last time that the site's settings or events changed; undefined: never. */
export async function lastSiteChange(
  sql: Query,
  siteId: SiteId,
): Promise<{ number: number; happenedAt: Date } | undefined> {
  const [last] = await sql<{ number: number; happenedAt: Date }>`
    select number, happened_at
    from changes
    where site_id = ${siteId} and type = 'site.changed'
    order by number desc
    limit 1
  `;
  return last;
}

/** Of these sites, the latest number of each. */
export async function changeNumbers(
  sql: Query,
  siteIds: SiteId[],
): Promise<{ siteId: SiteId; changeNumber: number }[]> {
  return await sql`
    select site_id, change_number
    from sites
    where site_id = any(${siteIds})
  `;
}

function changeOf(row: ChangeRow): Change {
  const { number, type, happenedAt, doneBy, data, hash } = row;
  // The log holds what `appendChanges` wrote, so type and data fit each other.
  return { number, type, at: happenedAt.toISOString(), by: doneBy, data, hash } as Change;
}
