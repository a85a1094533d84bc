import type { ImportId, SiteId } from "../../shared/ids.ts";
import type { Query, Tx } from "../database/sql.ts";

export interface ImportRow {
  id: ImportId;
  state: "preview" | "accepted" | "undone";
  seenChange: number;
  headSealed: Uint8Array;
  firstChange: number | null;
  lastChange: number | null;
  createdAt: Date;
}

/** At most `most` previews are open at a time; false: there are that many. */
export async function insertImport(
  sql: Query,
  siteId: SiteId,
  row: Pick<ImportRow, "id" | "seenChange" | "headSealed" | "createdAt"> & {
    fileSealed: Uint8Array;
  },
  most: number,
): Promise<boolean> {
  const rows = await sql`
    insert into imports (
      site_id, import_id, state, seen_change, head_sealed, file_sealed, created_at
    )
    select
      ${siteId}, ${row.id}, 'preview', ${row.seenChange}::bigint, ${row.headSealed}::bytea,
      ${row.fileSealed}::bytea, ${row.createdAt}::timestamptz
    where (
      select count(*)
      from imports
      where site_id = ${siteId} and state = 'preview'
    ) < ${most}
    returning import_id
  `;
  return rows.length > 0;
}

export async function importOf(
  sql: Query,
  siteId: SiteId,
  importId: ImportId,
): Promise<ImportRow | undefined> {
  const [row] = await sql<ImportRow>`
    select import_id as id, state, seen_change, head_sealed, first_change, last_change, created_at
    from imports
    where site_id = ${siteId} and import_id = ${importId}
  `;
  return row;
}

/** The same, and until the transaction ends nobody makes its preview anew. */
export async function lockImport(
  tx: Tx,
  siteId: SiteId,
  importId: ImportId,
): Promise<ImportRow | undefined> {
  const [row] = await tx<ImportRow>`
    select import_id as id, state, seen_change, head_sealed, first_change, last_change, created_at
    from imports
    where site_id = ${siteId} and import_id = ${importId}
    for update
  `;
  return row;
}

/** The newest first. */
export async function importsOf(sql: Query, siteId: SiteId, most: number): Promise<ImportRow[]> {
  return await sql<ImportRow>`
    select import_id as id, state, seen_change, head_sealed, first_change, last_change, created_at
    from imports
    where site_id = ${siteId}
    order by created_at desc, import_id
    limit ${most}
  `;
}

export async function fileOf(
  sql: Query,
  siteId: SiteId,
  importId: ImportId,
): Promise<Uint8Array | undefined> {
  const [row] = await sql<{ fileSealed: Uint8Array | null }>`
    select file_sealed
    from imports
    where site_id = ${siteId} and import_id = ${importId}
  `;
  return row?.fileSealed ?? undefined;
}

/** A fresh preview; false: it is none any more. */
export async function updatePreview(
  tx: Tx,
  siteId: SiteId,
  { id, seenChange, headSealed }: Pick<ImportRow, "id" | "seenChange" | "headSealed">,
): Promise<boolean> {
  const rows = await tx`
    update imports
    set seen_change = ${seenChange}, head_sealed = ${headSealed}
    where site_id = ${siteId} and import_id = ${id} and state = 'preview'
    returning import_id
  `;
  return rows.length > 0;
}

/** It has happened: the cells of the file are not needed any more. */
export async function markAccepted(
  tx: Tx,
  siteId: SiteId,
  { id, firstChange, lastChange }: { id: ImportId; firstChange: number; lastChange: number },
): Promise<void> {
  await tx`
    update imports
    set
      state = 'accepted',
      file_sealed = null,
      first_change = ${firstChange},
      last_change = ${lastChange}
    where site_id = ${siteId} and import_id = ${id}
  `;
}

export async function markUndone(
  tx: Tx,
  siteId: SiteId,
  { id, firstChange, lastChange }: { id: ImportId; firstChange: number; lastChange: number },
): Promise<void> {
  await tx`
    update imports
    set state = 'undone', undo_first_change = ${firstChange}, undo_last_change = ${lastChange}
    where site_id = ${siteId} and import_id = ${id}
  `;
}

export interface ChangeRanges {
  id: ImportId;
  state: ImportRow["state"];
  firstChange: number;
  lastChange: number;
  undoFirstChange: number | null;
  undoLastChange: number | null;
}

/** Which changes of the log imports have written after a change. */
export async function importedChanges(
  sql: Query,
  siteId: SiteId,
  after: number,
): Promise<ChangeRanges[]> {
  return await sql<ChangeRanges>`
    select
      import_id as id, state, first_change, last_change, undo_first_change, undo_last_change
    from imports
    where site_id = ${siteId} and first_change > ${after}
  `;
}

export async function deleteImport(sql: Query, siteId: SiteId, importId: ImportId): Promise<void> {
  await sql`
    delete from imports
    where site_id = ${siteId} and import_id = ${importId} and state = 'preview'
  `;
}

/** Previews that nobody has accepted. */
export async function forgetPreviews(sql: Query, before: Date): Promise<void> {
  await sql`
    delete from imports
    where state = 'preview' and created_at < ${before}
  `;
}
