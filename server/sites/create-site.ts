import { newId } from "../../shared/ids.ts";
import type { NewSite, SiteSettings } from "../../shared/site.ts";
import { insertMember } from "../access/members.ts";
import type { Person } from "../access/sessions.ts";
import { isUniqueViolation } from "../database/errors.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import { insertSite, type SiteHead } from "./sites.ts";

/** A new site, with its own key, and its first owner. Problems: `slug-taken`. */
export async function createSite(
  { sql, now, keys }: Pick<Deps, "sql" | "now" | "keys">,
  owner: Person | undefined,
  { slug, ...given }: NewSite,
): Promise<SiteHead> {
  const settings: SiteSettings = { ...given, publicCounter: null };
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
    if (isUniqueViolation(error)) throw new Problem("slug-taken", `The name ${slug} is taken.`);
    throw error;
  }
  return site;
}
