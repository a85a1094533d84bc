import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import type { SiteHead } from "../sites/sites.ts";
import { checkPage, isForPages } from "./cors.ts";
import type { AnyRoute } from "./route.ts";

/** A preflight is refused like the request it announces; routes that no page may call answer none. */
export async function preflightSite(
  { sites, config }: Pick<Deps, "sites" | "config">,
  alternatives: readonly AnyRoute[],
  request: Request,
  params: Record<string, string>,
): Promise<SiteHead> {
  const asked = request.headers.get("access-control-request-method");
  const route = alternatives.find(({ method }) => method === asked);
  if (!route || !isForPages(route)) throw new Problem("method-not-allowed");
  const site = await sites.by(params.site ?? "");
  if (!site) throw new Problem("site-not-found");
  checkPage(site.settings.pages, config.publicUrl, request);
  return site;
}
