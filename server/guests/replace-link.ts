import type { Actor } from "../../shared/changes.ts";
import type { PersonalLink } from "../../shared/guest-list.ts";
import { type PartyId, randomCharacters } from "../../shared/ids.ts";
import { changeSite } from "../changes/change-site.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import type { SiteHead } from "../sites/sites.ts";
import { partyOf, replaceCode } from "./parties.ts";
import { linkOf } from "./read-link.ts";

/**
 * Gives a party a new personal link; the old one, its code and every visit that is under way stop working.
 * The old link shows the old code, which finds the invitation too, so the code must go with it.
 * Problems: `party-not-found`.
 */
export function replaceLink(
  deps: Pick<Deps, "sql" | "now" | "keys" | "wake" | "config">,
  site: SiteHead,
  by: Actor,
  partyId: PartyId,
): Promise<PersonalLink> {
  const code = randomCharacters(8);
  return changeSite(deps, site.id, by, {
    read: (tx) => partyOf(tx, site.id, partyId),
    async decide(_site, party) {
      if (!party) throw new Problem("party-not-found");
      return {
        news: [{ type: "party.changed", data: { partyId, what: "link" } }],
        write: (tx) => [replaceCode(tx, site.id, partyId, code)],
        result: await linkOf(deps, site, { code, linkVersion: party.linkVersion + 1 }),
      };
    },
  });
}
