import type { Change } from "../../shared/changes.ts";
import type { SiteId } from "../../shared/ids.ts";
import type { Query, Tx } from "../database/sql.ts";

/** A change together with the site it happened on. */
export interface SiteChange {
  siteId: SiteId;
  change: Change;
}

/** From now on every change is owed to this follower. */
export async function registerFollower(sql: Query, follower: string): Promise<void> {
  await sql`
    insert into followers (follower)
    values (${follower})
    on conflict do nothing
  `;
}

interface OwedRow {
  siteId: SiteId;
  number: number;
  type: string;
  happenedAt: Date;
  doneBy: unknown;
  data: unknown;
  hash: string;
}

/**
 * Takes changes that are owed to a follower, oldest first on each site. They are taken when the transaction commits
 * and owed again when it does not; two processes never take the same one.
 */
export async function takeOwedChanges(
  tx: Tx,
  follower: string,
  most: number,
): Promise<SiteChange[]> {
  const rows = await tx<OwedRow>`
    with taken as (
      delete from owed_changes
      where (follower, site_id, number) in (
        select follower, site_id, number
        from owed_changes
        where follower = ${follower}
        order by site_id, number
        limit ${most}
        for update skip locked
      )
      returning site_id, number
    )
    select
      changes.site_id, changes.number, changes.type, changes.happened_at, changes.done_by,
      changes.data, changes.hash
    from taken
    join changes on changes.site_id = taken.site_id and changes.number = taken.number
    order by changes.site_id, changes.number
  `;
  return rows.map(({ siteId, number, type, happenedAt, doneBy, data, hash }) => ({
    siteId,
    change: { number, type, at: happenedAt.toISOString(), by: doneBy, data, hash } as Change,
  }));
}
