import type { Actor } from "../../shared/changes.ts";
import type { PartyId } from "../../shared/ids.ts";
import type { Guest, NewGuest } from "../../shared/party.ts";
import { changeSite } from "../changes/change-site.ts";
import type { Deps } from "../deps.ts";
import { countedGuests } from "../headcount/counted-party.ts";
import { headcountsOf } from "../headcount/headcounts.ts";
import { moveHeadcounts, saveMoved } from "../headcount/move-headcounts.ts";
import { Problem } from "../problem.ts";
import { eventsOf } from "../sites/events.ts";
import type { SiteHead } from "../sites/sites.ts";
import { guestOf, refuseUnknownEvents } from "./add-party.ts";
import { guestsOf, nextPosition, saveGuests } from "./guests.ts";
import { saveInvitations } from "./invitations.ts";
import { partyOf } from "./parties.ts";
import { wordsOfGuests } from "./words-of-guests.ts";
import { saveWords } from "./words-of-names.ts";

/** As many as one submission answers for. */
const mostGuests = 60;

/** Adds a guest, or an open seat, to a party. Problems: `party-not-found`, `event-not-found`. */
export function addGuest(
  deps: Pick<Deps, "sql" | "now" | "wake">,
  site: SiteHead,
  by: Actor,
  partyId: PartyId,
  given: NewGuest,
): Promise<Guest> {
  const guest = guestOf(given);
  return changeSite(deps, site.id, by, {
    read: (tx) =>
      Promise.all([
        partyOf(tx, site.id, partyId),
        guestsOf(tx, site.id, partyId),
        nextPosition(tx, site.id, partyId),
        eventsOf(tx, site.id),
        headcountsOf(tx, site.id),
      ]),
    decide(_site, [party, guests, position, events, headcounts]) {
      if (!party) throw new Problem("party-not-found");
      if (guests.length >= mostGuests) {
        throw new Problem("invalid-input", `A party has at most ${mostGuests} guests.`);
      }
      refuseUnknownEvents([guest], events);
      const counted = countedGuests([{ ...guest, partyId, replies: [] }], undefined);
      const moved = moveHeadcounts(headcounts, [], counted);
      return {
        news: [{ type: "guest.added", data: { guestId: guest.id, partyId } }, ...moved.news],
        write: (tx) => [
          saveGuests(tx, site.id, partyId, [{ ...guest, position }]),
          saveInvitations(tx, site.id, [guest]),
          saveWords(tx, site.id, wordsOfGuests([guest])),
          saveMoved(tx, site.id, moved),
        ],
        result: guest,
      };
    },
  });
}
