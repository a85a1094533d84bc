import type { Actor } from "../../shared/changes.ts";
import type { SiteId } from "../../shared/ids.ts";
import type { Site, SiteChanges, SiteSettings } from "../../shared/site.ts";
import { themeSchema } from "../../shared/theme.ts";
import { changeSite } from "../changes/change-site.ts";
import { isUniqueViolation } from "../database/errors.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import { changedFields } from "./changed-fields.ts";
import { checkSettings } from "./check-settings.ts";
import { eventsOf } from "./events.ts";
import { siteOf } from "./site-of.ts";
import { updateSite } from "./sites.ts";

/** Changes what is given, and leaves the rest. Problems: `slug-taken`, `invalid-input`. */
export async function changeSiteSettings(
  deps: Pick<Deps, "sql" | "now" | "wake" | "config">,
  siteId: SiteId,
  by: Actor,
  changes: SiteChanges,
): Promise<Site> {
  try {
    return await changeSite(deps, siteId, by, {
      read: (tx) => eventsOf(tx, siteId),
      decide(site, events) {
        const { slug, ...settings } = merge({ ...site.settings, slug: site.slug }, changes);
        checkSettings(settings, events, deps.config.publicUrl);
        const what = changedFields(
          { ...site.settings, slug: site.slug },
          { ...settings, slug },
        );
        if (what.length === 0) return { news: [], result: siteOf(site) };
        return {
          news: [{ type: "site.changed", data: { what } }],
          write: (tx) => [updateSite(tx, siteId, { slug, settings })],
          result: siteOf({ ...site, slug, settings, changeNumber: site.changeNumber + 1 }),
        };
      },
    });
  } catch (error) {
    if (!isUniqueViolation(error, "sites_slug_key")) throw error;
    throw new Problem("slug-taken", `The name ${changes.slug} is taken.`);
  }
}

type Known = SiteSettings & { slug: string };

/** What is left out stays, inside `theme` and `finding` too; null takes a colour away. */
function merge(known: Known, { theme, finding, ...changes }: SiteChanges): Known {
  const colours = Object.entries({ ...known.theme, ...definedOf(theme ?? {}) });
  return {
    ...known,
    ...definedOf(changes),
    theme: themeSchema.parse(Object.fromEntries(colours.filter(([, value]) => value !== null))),
    finding: { ...known.finding, ...definedOf(finding ?? {}) },
  };
}

/** Without what is undefined, which would overwrite. */
function definedOf<Some extends object>(
  some: Some,
): { [Name in keyof Some]: NonNullable<Some[Name]> } {
  const given = Object.entries(some).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { [Name in keyof Some]: NonNullable<Some[Name]> };
}
