import type { Actor } from "../../shared/changes.ts";
import { newId, randomCharacters } from "../../shared/ids.ts";
import type { Guest, NewGuest, NewParty } from "../../shared/party.ts";
import { changeSite } from "../changes/change-site.ts";
import type { Deps } from "../deps.ts";
import { countedGuests } from "../headcount/counted-party.ts";
import { headcountsOf } from "../headcount/headcounts.ts";
import { moveHeadcounts, saveMoved } from "../headcount/move-headcounts.ts";
import { Problem } from "../problem.ts";
import { eventsOf } from "../sites/events.ts";
import type { SiteHead } from "../sites/sites.ts";
import { sealContact } from "./contact.ts";
import { saveGuests } from "./guests.ts";
import { saveInvitations } from "./invitations.ts";
import { wordsOfGuests } from "./words-of-guests.ts";
import { insertParty, type PartyRow } from "./parties.ts";
import { saveWords } from "./words-of-names.ts";

/** Adds a party with its guests and invitations. Problems: `event-not-found`. */
export async function addParty(
  deps: Pick<Deps, "sql" | "now" | "keys" | "wake">,
  site: SiteHead,
  by: Actor,
  { name, contact, guests: given }: NewParty,
): Promise<{ party: PartyRow; guests: Guest[] }> {
  const id = newId("party");
  const sealed = await sealContact(await deps.keys.forSite(site), id, contact);
  const party = { id, code: randomCharacters(8), name, linkVersion: 1, ...sealed };
  const guests = given.map(guestOf);
  return changeSite(deps, site.id, by, {
    read: async (tx) => {
      const [events, headcounts] = await Promise.all([
        eventsOf(tx, site.id),
        headcountsOf(tx, site.id),
      ]);
      return { events, headcounts };
    },
    decide(_site, { events, headcounts }) {
      refuseUnknownEvents(guests, events);
      const counted = countedGuests(
        guests.map((guest) => ({ ...guest, partyId: id, replies: [] })),
        undefined,
      );
      const moved = moveHeadcounts(headcounts, [], counted);
      return {
        news: [
          ...guests.map((guest) => ({
            type: "guest.added" as const,
            data: { guestId: guest.id, partyId: id },
          })),
          ...moved.news,
        ],
        write: (tx) => [
          insertParty(tx, site.id, party, deps.now()),
          saveGuests(tx, site.id, id, guests.map((guest, position) => ({ ...guest, position }))),
          saveInvitations(tx, site.id, guests),
          saveWords(tx, site.id, wordsOfGuests(guests)),
          saveMoved(tx, site.id, moved),
        ],
        result: { party, guests },
      };
    },
  });
}

/** A guest without a name is an open seat. */
export function guestOf({ name, age, events }: NewGuest): Guest {
  return {
    id: newId("guest"),
    kind: name === undefined ? "open" : "named",
    name: name ?? null,
    age,
    events: [...new Set(events)].toSorted(),
  };
}

export function refuseUnknownEvents(guests: Pick<Guest, "events">[], events: { id: string }[]) {
  const known = new Set(events.map(({ id }) => id));
  for (const eventId of guests.flatMap((guest) => guest.events)) {
    if (!known.has(eventId)) throw new Problem("event-not-found", `No event is ${eventId}.`);
  }
}
