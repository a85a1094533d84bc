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

export async function savedReplyOf(
  sql: Query,
  siteId: SiteId,
  partyId: PartyId,
): Promise<SavedReplyRow | undefined> {
  const [row] = await sql<SavedReplyRow>`
    select party_id, submitted_at, change_number, sent_by, late, sealed
    from saved_replies
    where site_id = ${siteId} and party_id = ${partyId}
  `;
  return row;
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
