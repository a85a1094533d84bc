import { newId } from "../../shared/ids.ts";
import type { NewSite, SiteSettings } from "../../shared/site.ts";
import { mayCreateSites } from "../access/may-create-sites.ts";
import { insertMember } from "../access/members.ts";
import { mailOf } from "../access/person.ts";
import type { Person } from "../access/sessions.ts";
import { isUniqueViolation } from "../database/errors.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import { checkSettings } from "./check-settings.ts";
import { insertSite, type SiteHead } from "./sites.ts";

/**
 * A new site, with its own key, and its first owner; the server itself makes sites that nobody owns yet.
 * Problems: `not-allowed`, `slug-taken`, `invalid-input`.
 */
export async function createSite(
  { sql, now, keys, config }: Pick<Deps, "sql" | "now" | "keys" | "config">,
  owner: Person | undefined,
  { slug, ...given }: NewSite,
): Promise<SiteHead> {
  if (owner && !mayCreateSites(config, await mailOf(keys, owner))) throw new Problem("not-allowed");
  const settings: SiteSettings = { ...given, publicCounter: null };
  checkSettings(settings, [], config.publicUrl);
  const id = newId("site");
  const site = { id, slug, settings, keySealed: await keys.newSiteKey(id), changeNumber: 0 };
  try {
    await sql.begin(async (tx) => {
      await insertSite(tx, site, now());
      if (!owner) return;
      await insertMember(tx, id, {
        ...owner,
        id: newId("member"),
        role: "owner",
        addedAt: now(),
      });
    });
  } catch (error) {
    if (isUniqueViolation(error, "sites_slug_key")) {
      throw new Problem("slug-taken", `The name ${slug} is taken.`);
    }
    throw error;
  }
  return site;
}
