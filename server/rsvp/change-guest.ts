import { isDeepStrictEqual as equal } from "node:util";
import type { Actor } from "../../shared/changes.ts";
import type { GuestId } from "../../shared/ids.ts";
import type { Guest, GuestChanges } from "../../shared/party.ts";
import { changeSite } from "../changes/change-site.ts";
import type { Deps } from "../deps.ts";
import { refuseUnknownEvents } from "../guests/add-party.ts";
import { partyIdOfGuest, saveGuests } from "../guests/guests.ts";
import { saveInvitations } from "../guests/invitations.ts";
import { wordsOfGuests } from "../guests/words-of-guests.ts";
import { saveWords } from "../guests/words-of-names.ts";
import { countedGuests, type GuestWithReplies } from "../headcount/counted-party.ts";
import { moveHeadcounts, saveMoved } from "../headcount/move-headcounts.ts";
import { Problem } from "../problem.ts";
import type { SiteHead } from "../sites/sites.ts";
import { fittingMeals } from "./fitting-meals.ts";
import { type PartyState, partyState } from "./party-state.ts";
import { replaceReplies } from "./replies.ts";
import { unsealReply } from "./sealed-reply.ts";

/**
 * Changes a guest's name, age or events. Replies to events that the guest is no longer invited to go, and so do meals that
 * the new age may not have. Problems: `guest-not-found`, `event-not-found`.
 */
export async function changeGuest(
  deps: Pick<Deps, "sql" | "now" | "keys" | "wake">,
  site: SiteHead,
  by: Actor,
  guestId: GuestId,
  changes: GuestChanges,
): Promise<Guest> {
  // A guest never moves to another party.
  const partyId = await partyIdOfGuest(deps.sql, site.id, guestId);
  if (!partyId) throw new Problem("guest-not-found");
  const keys = await deps.keys.forSite(site);
  return changeSite(deps, site.id, by, {
    read: (tx) => partyState(tx, site.id, partyId),
    async decide(_site, { events, guests, headcounts, saved }) {
      const guest = guests.find(({ id }) => id === guestId);
      if (!guest) throw new Problem("guest-not-found");
      const changed = become(guest, changes, events);
      const { replies, partyId: _, ...result } = changed;
      if (equal(guest, changed)) return { news: [], result };
      refuseUnknownEvents([changed], events);

      const kitchen = saved && await unsealReply(keys, saved);
      const moved = moveHeadcounts(
        headcounts,
        countedGuests([guest], kitchen),
        countedGuests([changed], kitchen),
      );
      return {
        news: [{ type: "guest.changed", data: { guestId, partyId } }, ...moved.news],
        write: (tx) => [
          saveGuests(tx, site.id, partyId, [{ ...changed, position: 0 }]),
          saveInvitations(tx, site.id, [changed]),
          replaceReplies(tx, site.id, [guestId], replies.map((reply) => ({ guestId, ...reply }))),
          saveWords(tx, site.id, wordsOfGuests([changed])),
          saveMoved(tx, site.id, moved),
        ],
        result,
      };
    },
  });
}

function become(
  guest: GuestWithReplies,
  { name, age = guest.age, events }: GuestChanges,
  known: PartyState["events"],
): GuestWithReplies {
  const invited = events ? [...new Set(events)].toSorted() : guest.events;
  return {
    ...guest,
    ...(name === undefined ? {} : { name, kind: name === null ? "open" : "named" }),
    age,
    events: invited,
    replies: guest.replies.filter(({ eventId }) => invited.includes(eventId)).map((reply) =>
      age === guest.age ? reply : { ...reply, meals: fittingMeals(reply, known, age) }
    ),
  };
}
