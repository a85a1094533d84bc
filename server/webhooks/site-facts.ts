import type { WeddingEvent } from "../../shared/events.ts";
import type { SiteId } from "../../shared/ids.ts";
import type { Query } from "../database/sql.ts";
import type { Headcounts } from "../headcount/count.ts";
import { headcountsOfSites } from "../headcount/headcounts.ts";
import { eventsOfSites } from "../sites/events.ts";
import { type SiteHead, sitesOf } from "../sites/sites.ts";

/** What every notice of a site tells of. The counts may be newer than the site's number says, never older. */
export interface SiteFacts {
  site: SiteHead;
  events: WeddingEvent[];
  headcounts: Headcounts;
}

/** Of these sites; those that are gone are left out. */
export async function factsOf(
  sql: Query,
  siteIds: readonly SiteId[],
): Promise<Map<SiteId, SiteFacts>> {
  const ids = [...new Set(siteIds)];
  if (ids.length === 0) return new Map();
  const sites = await sitesOf(sql, ids);
  const [events, headcounts] = await Promise.all([
    eventsOfSites(sql, ids),
    headcountsOfSites(sql, ids),
  ]);
  return new Map(sites.map((site) => [site.id, {
    site,
    events: events.get(site.id) ?? [],
    headcounts: headcounts.get(site.id) ?? new Map(),
  }]));
}
