import type { SiteId } from "../../shared/ids.ts";
import type { Query } from "../database/sql.ts";

/** What the columns of files with these headers mean; the one that was saved last counts. */
export async function saveMapping(
  sql: Query,
  siteId: SiteId,
  { headersMac, sealed, savedAt }: { headersMac: Uint8Array; sealed: Uint8Array; savedAt: Date },
): Promise<void> {
  await sql`
    insert into import_mappings (site_id, headers_mac, sealed, saved_at)
    values (${siteId}, ${headersMac}, ${sealed}, ${savedAt})
    on conflict (site_id, headers_mac) do update
    set sealed = excluded.sealed, saved_at = excluded.saved_at
  `;
}

export async function mappingOf(
  sql: Query,
  siteId: SiteId,
  headersMac: Uint8Array,
): Promise<Uint8Array | undefined> {
  const [row] = await sql<{ sealed: Uint8Array }>`
    select sealed
    from import_mappings
    where site_id = ${siteId} and headers_mac = ${headersMac}
  `;
  return row?.sealed;
}

export async function hasMappings(sql: Query, siteId: SiteId): Promise<boolean> {
  const rows = await sql`
    select 1
    from import_mappings
    where site_id = ${siteId}
    limit 1
  `;
  return rows.length > 0;
}
