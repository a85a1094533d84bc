import { pageSchema, type SiteForm } from "../../shared/site.ts";
import type { Deps } from "../deps.ts";
import { pageAllowed } from "../http/cors.ts";
import { formsScript } from "./forms-script.ts";
import { readForm } from "./read-form.ts";
import { sitesForPage } from "./sites.ts";

/** A page of more sites is a planner's or a builder's: there each form is asked for by itself. */
const mostSites = 3;

/**
 * What `GET /form` would answer to this page, for each site that allows it. One flight to the database, and one more where
 * a couple shows a counter.
 */
export async function formsForPage(
  deps: Pick<Deps, "sql" | "now">,
  origin: string,
): Promise<SiteForm[]> {
  // A site lists nothing else, so nothing else needs looking for.
  if (!pageSchema.safeParse(origin).success) return [];
  const found = await sitesForPage(deps.sql, listedAs(origin), mostSites + 1);
  const sites = found.filter(({ settings }) => pageAllowed(settings.pages, origin));
  if (sites.length > mostSites) return [];
  return await Promise.all(sites.map((site) => readForm(deps, site)));
}

/** The same as a line of script. */
export async function formsScriptFor(
  deps: Pick<Deps, "sql" | "now" | "config">,
  origin: string,
): Promise<string> {
  return formsScript(deps.config.publicUrl, await formsForPage(deps, origin));
}

/** The ways in which a site's list can name an origin. */
function listedAs(origin: string): string[] {
  return [origin, origin.replace(/^(https?:\/\/)[^.]+\./, "$1*.")];
}
