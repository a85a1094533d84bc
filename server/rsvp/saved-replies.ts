import type { PartyId, SiteId } from "../../shared/ids.ts";
import type { Query, Tx } from "../database/sql.ts";

export interface SavedReplyRow {
  partyId: PartyId;
  submittedAt: Date;
  changeNumber: number;
  sentBy: "guest" | "member";
  late: boolean;
  sealed: Uint8Array;
}

export async function saveSavedReply(tx: Tx, siteId: SiteId, row: SavedReplyRow): Promise<void> {
  await tx`
    insert into saved_replies (
      site_id, party_id, submitted_at, change_number, sent_by, late, sealed
    )
    values (
      ${siteId}, ${row.partyId}, ${row.submittedAt}, ${row.changeNumber}, ${row.sentBy},
      ${row.late}, ${row.sealed}
    )
    on conflict (site_id, party_id) do update
    set
      submitted_at = excluded.submitted_at,
      change_number = excluded.change_number,
      sent_by = excluded.sent_by,
      late = excluded.late,
      sealed = excluded.sealed
  `;
}

export async function deleteSavedReply(tx: Tx, siteId: SiteId, partyId: PartyId): Promise<void> {
  await tx`
    delete from saved_replies
    where site_id = ${siteId} and party_id = ${partyId}
  `;
}

/** What several parties said. */
export async function savedRepliesOf(
  sql: Query,
  siteId: SiteId,
  partyIds: readonly PartyId[],
): Promise<SavedReplyRow[]> {
  return await sql<SavedReplyRow>`
    select party_id, submitted_at, change_number, sent_by, late, sealed
    from saved_replies
    where site_id = ${siteId} and party_id = any(${partyIds})
  `;
}

export async function saveSavedReplies(
  tx: Tx,
  siteId: SiteId,
  rows: readonly SavedReplyRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx`
    insert into saved_replies (
      site_id, party_id, submitted_at, change_number, sent_by, late, sealed
    )
    select ${siteId}, party_id, submitted_at, change_number, sent_by, late, sealed
    from unnest(
      ${rows.map(({ partyId }) => partyId)}::text[],
      ${rows.map(({ submittedAt }) => submittedAt)}::timestamptz[],
      ${rows.map(({ changeNumber }) => changeNumber)}::bigint[],
      ${rows.map(({ sentBy }) => sentBy)}::text[],
      ${rows.map(({ late }) => late)}::boolean[],
      ${rows.map(({ sealed }) => sealed)}::bytea[]
    ) as said(party_id, submitted_at, change_number, sent_by, late, sealed)
    on conflict (site_id, party_id) do update
    set
      submitted_at = excluded.submitted_at,
      change_number = excluded.change_number,
      sent_by = excluded.sent_by,
      late = excluded.late,
      sealed = excluded.sealed
  `;
}

export async function deleteSavedReplies(
  tx: Tx,
  siteId: SiteId,
  partyIds: readonly PartyId[],
): Promise<void> {
  if (partyIds.length === 0) return;
  await tx`
    delete from saved_replies
    where site_id = ${siteId} and party_id = any(${partyIds})
  `;
}
