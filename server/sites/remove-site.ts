import type { SiteId } from "../../shared/ids.ts";
import type { Deps } from "../deps.ts";
import { deleteSite } from "./sites.ts";

/** Removes a site with all it has, its log too: nothing of it can be read or told afterwards. */
export async function removeSite(
  { sql, wake }: Pick<Deps, "sql" | "wake">,
  siteId: SiteId,
): Promise<void> {
  await sql.begin((tx) => deleteSite(tx, siteId));
  wake(siteId);
}
