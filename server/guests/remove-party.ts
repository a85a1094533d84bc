import type { Actor } from "../../shared/changes.ts";
import type { PartyId } from "../../shared/ids.ts";
import { changeSite } from "../changes/change-site.ts";
import type { Deps } from "../deps.ts";
import {
  countedGuests,
  guestsWithReplies,
  sealedOf,
  unsealKitchen,
} from "../headcount/counted-party.ts";
import { headcountsOf } from "../headcount/headcounts.ts";
import { moveHeadcounts, saveMoved } from "../headcount/move-headcounts.ts";
import { Problem } from "../problem.ts";
import type { SiteHead } from "../sites/sites.ts";
import { deleteParty, partyOf } from "./parties.ts";

/** Removes a party with its guests, invitations and replies. Problems: `party-not-found`. */
export async function removeParty(
  deps: Pick<Deps, "sql" | "now" | "keys" | "wake">,
  site: SiteHead,
  by: Actor,
  partyId: PartyId,
): Promise<void> {
  const keys = await deps.keys.forSite(site);
  return changeSite(deps, site.id, by, {
    read: (tx) =>
      Promise.all([
        partyOf(tx, site.id, partyId),
        guestsWithReplies(tx, site.id, partyId),
        sealedOf(tx, site.id, partyId),
        headcountsOf(tx, site.id),
      ]),
    async decide(_site, [party, guests, sealed, headcounts]) {
      if (!party) throw new Problem("party-not-found");
      const before = countedGuests(guests, await unsealKitchen(keys, partyId, sealed));
      const moved = moveHeadcounts(headcounts, before, []);
      return {
        news: [
          ...guests.map(({ id }) => ({
            type: "guest.removed" as const,
            data: { guestId: id, partyId },
          })),
          ...moved.news,
        ],
        write: (tx) => [deleteParty(tx, site.id, partyId), saveMoved(tx, site.id, moved)],
        result: undefined,
      };
    },
  });
}
