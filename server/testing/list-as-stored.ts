import type { SiteId } from "../../shared/ids.ts";
import type { Sql } from "../database/sql.ts";

/** Every row of a site's guest list, table by table, as the database has it: sealed as it is. */
export async function listAsStored(sql: Sql, siteId: SiteId): Promise<Record<string, unknown[]>> {
  return {
    parties: await sql`
      select * from parties where site_id = ${siteId} order by party_id
    `,
    guests: await sql`
      select * from guests where site_id = ${siteId} order by guest_id
    `,
    words: await sql`
      select * from guest_words where site_id = ${siteId} order by guest_id, word
    `,
    invitations: await sql`
      select * from invitations where site_id = ${siteId} order by guest_id, event_id
    `,
    replies: await sql`
      select * from replies where site_id = ${siteId} order by guest_id, event_id
    `,
    savedReplies: await sql`
      select * from saved_replies where site_id = ${siteId} order by party_id
    `,
    // An event that nobody is invited to has a row of noughts, or none.
    headcounts: await sql`
      select event_id, headcount
      from headcounts
      where site_id = ${siteId} and (headcount ->> 'invited')::integer > 0
      order by event_id
    `,
  };
}
