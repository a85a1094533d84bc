import type { Site } from "../../shared/site.ts";
import type { SiteHead } from "./sites.ts";

/** A site as its members see it: without its key. */
export function siteOf({ id, slug, settings, changeNumber }: SiteHead): Site {
  return { id, slug, ...settings, changeNumber };
}
