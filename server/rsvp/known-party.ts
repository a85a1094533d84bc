import type { PartyId } from "../../shared/ids.ts";
import type { Deps } from "../deps.ts";
import { partyOf, type PartyRow } from "../guests/parties.ts";
import { Problem } from "../problem.ts";
import type { SiteHead } from "../sites/sites.ts";

/** The party that a member means. Problems: `party-not-found`. */
export async function knownParty(
  { sql }: Pick<Deps, "sql">,
  site: SiteHead,
  partyId: PartyId,
): Promise<PartyRow> {
  const party = await partyOf(sql, site.id, partyId);
  if (!party) throw new Problem("party-not-found");
  return party;
}
