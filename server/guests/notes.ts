import type { NoteId, SiteId } from "../../shared/ids.ts";
import type { Query, Tx } from "../database/sql.ts";

export interface NoteRow {
  id: NoteId;
  sealed: Uint8Array;
  receivedAt: Date;
  settled: boolean;
}

/** A page of notes, the newest first, after the one with this id. */
export async function notesOf(
  sql: Query,
  siteId: SiteId,
  { after, most }: { after: NoteId | null; most: number },
): Promise<NoteRow[]> {
  return await sql<NoteRow>`
    select note_id as id, sealed, received_at, settled
    from notes
    where
      site_id = ${siteId}
      and (
        ${after}::text is null
        or (received_at, note_id) < (
          select received_at, note_id
          from notes
          where site_id = ${siteId} and note_id = ${after}
        )
      )
    order by received_at desc, note_id desc
    limit ${most}
  `;
}

export async function noteOf(
  sql: Query,
  siteId: SiteId,
  noteId: NoteId,
): Promise<NoteRow | undefined> {
  const [note] = await sql<NoteRow>`
    select note_id as id, sealed, received_at, settled
    from notes
    where site_id = ${siteId} and note_id = ${noteId}
  `;
  return note;
}

export async function insertNote(tx: Tx, siteId: SiteId, note: NoteRow): Promise<void> {
  await tx`
    insert into notes (site_id, note_id, sealed, received_at, settled)
    values (${siteId}, ${note.id}, ${note.sealed}, ${note.receivedAt}, ${note.settled})
  `;
}

export async function updateNote(
  tx: Tx,
  siteId: SiteId,
  { id, settled }: Pick<NoteRow, "id" | "settled">,
): Promise<void> {
  await tx`
    update notes
    set settled = ${settled}
    where site_id = ${siteId} and note_id = ${id}
  `;
}
