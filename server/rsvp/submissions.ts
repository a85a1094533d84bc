import type { PartyId, SiteId } from "../../shared/ids.ts";
import type { Query, Sql, Tx } from "../database/sql.ts";

export interface SubmissionRow {
  key: string;
  partyId: PartyId;
  bodyMac: Uint8Array;
  changeNumber: number;
}

/** The submission that this key was used for, if any. */
export async function submissionOf(
  sql: Query,
  siteId: SiteId,
  key: string,
): Promise<SubmissionRow | undefined> {
  const [row] = await sql<SubmissionRow>`
    select key, party_id, body_mac, change_number
    from submissions
    where site_id = ${siteId} and key = ${key}
  `;
  return row;
}

export async function insertSubmission(
  tx: Tx,
  siteId: SiteId,
  row: SubmissionRow,
  takenAt: Date,
): Promise<void> {
  await tx`
    insert into submissions (site_id, key, party_id, body_mac, change_number, taken_at)
    values (
      ${siteId}, ${row.key}, ${row.partyId}, ${row.bodyMac}, ${row.changeNumber}, ${takenAt}
    )
  `;
}

/** Keys are kept long enough for every retry of a phone that was off for days. */
export async function forgetSubmissions(sql: Sql, before: Date): Promise<void> {
  await sql`
    delete from submissions
    where taken_at < ${before}
  `;
}
