import type { SiteId } from "../../shared/ids.ts";
import type { SiteSettings } from "../../shared/site.ts";
import { gather } from "../database/gather.ts";
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

/** The same; those who ask at the same moment share the statement. */
export const siteTogether = gather<string, SiteHead | undefined>({
  async answer(sql, asked) {
    const rows = await sql<SiteHead & { place: number }>`
      with asked as (
        select name, place
        from unnest(${asked}::text[]) with ordinality as asked(name, place)
      )
      select place, site_id as id, slug, settings, key_sealed, change_number
      from asked
      join sites on slug = asked.name
      union all
      select place, site_id as id, slug, settings, key_sealed, change_number
      from asked
      join sites on site_id = asked.name
    `;
    const found = new Map(rows.map(({ place, ...site }) => [place, site]));
    return asked.map((_, index) => ({ status: "fulfilled", value: found.get(index + 1) }));
  },
  most: 64,
});

/** Of these ids, those that there are. */
export async function sitesOf(sql: Query, siteIds: readonly SiteId[]): Promise<SiteHead[]> {
  return await sql<SiteHead>`
    select site_id as id, slug, settings, key_sealed, change_number
    from sites
    where site_id = any(${siteIds})
  `;
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
