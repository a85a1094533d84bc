import type { Actor } from "../../shared/changes.ts";
import type { GuestId } from "../../shared/ids.ts";
import { changeSite } from "../changes/change-site.ts";
import type { Deps } from "../deps.ts";
import { deleteGuest, partyIdOfGuest } from "../guests/guests.ts";
import { countedGuests } from "../headcount/counted-party.ts";
import { moveHeadcounts, saveMoved } from "../headcount/move-headcounts.ts";
import { Problem } from "../problem.ts";
import type { SiteHead } from "../sites/sites.ts";
import { partyState } from "./party-state.ts";
import { saveSavedReply } from "./saved-replies.ts";
import { sealAgain, unsealReply } from "./sealed-reply.ts";

/**
 * Removes a guest with invitations, replies and what was said for this guest in confidence.
 * Problems: `guest-not-found`, `last-guest`.
 */
export async function removeGuest(
  deps: Pick<Deps, "sql" | "now" | "keys" | "wake">,
  site: SiteHead,
  by: Actor,
  guestId: GuestId,
): Promise<void> {
  const partyId = await partyIdOfGuest(deps.sql, site.id, guestId);
  if (!partyId) throw new Problem("guest-not-found");
  const keys = await deps.keys.forSite(site);
  return changeSite(deps, site.id, by, {
    read: (tx) => partyState(tx, site.id, partyId),
    async decide(_site, { guests, headcounts, saved }) {
      const guest = guests.find(({ id }) => id === guestId);
      if (!guest) throw new Problem("guest-not-found");
      if (guests.length === 1) {
        throw new Problem("last-guest", "This is the party's last guest: remove the party.");
      }
      const said = saved && await unsealReply(keys, saved);
      const moved = moveHeadcounts(headcounts, countedGuests([guest], said), []);
      const kept = said && {
        ...said,
        guests: said.guests.filter((reply) => reply.guestId !== guestId),
      };
      const row = saved && kept && { ...saved, sealed: await sealAgain(keys, partyId, kept) };
      return {
        news: [{ type: "guest.removed", data: { guestId, partyId } }, ...moved.news],
        write: (tx) => [
          deleteGuest(tx, site.id, guestId),
          ...(row ? [saveSavedReply(tx, site.id, row)] : []),
          saveMoved(tx, site.id, moved),
        ],
        result: undefined,
      };
    },
  });
}
