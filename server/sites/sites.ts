import type { SiteId } from "../../shared/ids.ts";
import type { SiteSettings } from "../../shared/site.ts";
import type { Query, Tx } from "../database/sql.ts";

/** A site as a request needs it: who it is, what it allows, its key. */
export interface SiteHead {
  id: SiteId;
  slug: string;
  settings: SiteSettings;
  keySealed: Uint8Array;
  changeNumber: number;
}

/** By short name or by id. */
export async function siteBy(sql: Query, nameOrId: string): Promise<SiteHead | undefined> {
  const [site] = await sql<SiteHead>`
    select site_id as id, slug, settings, key_sealed, change_number
    from sites
    where slug = ${nameOrId} or site_id = ${nameOrId}
  `;
  return site;
}

/** Sites whose list of pages has one of these entries, up to `most` of them. */
export async function sitesForPage(
  sql: Query,
  entries: readonly string[],
  most: number,
): Promise<SiteHead[]> {
  return await sql<SiteHead>`
    select site_id as id, slug, settings, key_sealed, change_number
    from sites
    where settings -> 'pages' ?| ${entries}
    limit ${most}
  `;
}

export async function insertSite(
  tx: Tx,
  site: Omit<SiteHead, "changeNumber">,
  createdAt: Date,
): Promise<void> {
  await tx`
    insert into sites (site_id, slug, settings, key_sealed, created_at)
    values (${site.id}, ${site.slug}, ${site.settings}, ${site.keySealed}, ${createdAt})
  `;
}

export async function updateSite(
  tx: Tx,
  siteId: SiteId,
  { slug, settings }: { slug: string; settings: SiteSettings },
): Promise<void> {
  await tx`
    update sites
    set slug = ${slug}, settings = ${settings}
    where site_id = ${siteId}
  `;
}

export async function deleteSite(tx: Tx, siteId: SiteId): Promise<void> {
  await tx`
    delete from sites
    where site_id = ${siteId}
  `;
}
