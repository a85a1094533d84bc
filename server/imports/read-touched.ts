import type { PartyId, SiteId } from "../../shared/ids.ts";
import type { SiteKeys } from "../access/keys.ts";
import type { Query } from "../database/sql.ts";
import { lastPositions } from "../guests/guests.ts";
import { partyRowsWithIds } from "../guests/parties.ts";
import type { CountedGuest } from "../headcount/count.ts";
import {
  countedGuests,
  guestsOfPartiesWithReplies,
  type GuestWithReplies,
  unsealKitchen,
} from "../headcount/counted-party.ts";
import { headcountsOf } from "../headcount/headcounts.ts";
import { savedRepliesOf, type SavedReplyRow } from "../rsvp/saved-replies.ts";
import { eventsOf } from "../sites/events.ts";
import type { KeptRow } from "./before.ts";

/** Parties of the list that an import is about, and the numbers it moves: one flight to the database. */
export async function readTouched(sql: Query, siteId: SiteId, partyIds: readonly PartyId[]) {
  const [events, headcounts, rows, guests, saved, positions] = await Promise.all([
    eventsOf(sql, siteId),
    headcountsOf(sql, siteId),
    partyRowsWithIds(sql, siteId, partyIds),
    guestsOfPartiesWithReplies(sql, siteId, [...partyIds]),
    savedRepliesOf(sql, siteId, partyIds),
    lastPositions(sql, siteId, partyIds),
  ]);
  const guestsOf = Map.groupBy(guests, ({ partyId }): string => partyId);
  const savedOf = new Map<string, SavedReplyRow>(saved.map((row) => [row.partyId, row]));
  const parties = new Map<PartyId, TouchedParty>(
    rows.map((row) => [row.id, {
      row,
      guests: guestsOf.get(row.id) ?? [],
      saved: savedOf.get(row.id),
    }]),
  );
  return { events, headcounts, parties, positions };
}

export type Touched = Awaited<ReturnType<typeof readTouched>>;

export interface TouchedParty {
  row: KeptRow;
  guests: GuestWithReplies[];
  saved: SavedReplyRow | undefined;
}

/** What the guests of these parties add to the numbers. */
export async function countTouched(
  keys: SiteKeys,
  parties: Iterable<TouchedParty>,
): Promise<CountedGuest[]> {
  const counted = await Promise.all(
    [...parties].map(async ({ row, guests, saved }) =>
      countedGuests(guests, await unsealKitchen(keys, row.id, saved?.sealed))
    ),
  );
  return counted.flat();
}
