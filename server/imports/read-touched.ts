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
  type SealedForKitchen,
  unsealKitchen,
} from "../headcount/counted-party.ts";
import { headcountsOf } from "../headcount/headcounts.ts";
import { savedRepliesOf, type SavedReplyRow } from "../rsvp/saved-replies.ts";
import { eventsOf } from "../sites/events.ts";
import type { KeptRow } from "./before.ts";
import { inTurns } from "./in-turns.ts";

/** Parties of the list that an import is about, and the numbers it moves: one flight to the database. */
export async function readTouched(sql: Query, siteId: SiteId, partyIds: readonly PartyId[]) {
  const [events, headcounts, parties, positions] = await Promise.all([
    eventsOf(sql, siteId),
    headcountsOf(sql, siteId),
    readParties(sql, siteId, partyIds),
    lastPositions(sql, siteId, partyIds),
  ]);
  return { events, headcounts, parties, positions };
}

export type Touched = Awaited<ReturnType<typeof readTouched>>;

/** What there is of these parties now; those that are gone are left out. */
export async function readParties(
  sql: Query,
  siteId: SiteId,
  partyIds: readonly PartyId[],
): Promise<Map<PartyId, TouchedParty>> {
  const [rows, guests, saved] = await Promise.all([
    partyRowsWithIds(sql, siteId, partyIds),
    guestsOfPartiesWithReplies(sql, siteId, [...partyIds]),
    savedRepliesOf(sql, siteId, partyIds),
  ]);
  const guestsOf = Map.groupBy(guests, ({ partyId }): string => partyId);
  const savedOf = new Map<string, SavedReplyRow>(saved.map((row) => [row.partyId, row]));
  return new Map(
    rows.map((row) => [row.id, {
      row,
      guests: guestsOf.get(row.id) ?? [],
      saved: savedOf.get(row.id),
    }]),
  );
}

export interface TouchedParty {
  row: KeptRow;
  guests: GuestWithReplies[];
  saved: SavedReplyRow | undefined;
}

/** The private part of what each party said, as far as it counts. */
export type Kitchens = ReadonlyMap<string, SealedForKitchen | undefined>;

export async function openKitchens(
  keys: SiteKeys,
  parties: ReadonlyMap<PartyId, TouchedParty>,
): Promise<Kitchens> {
  const opened = await inTurns(
    [...parties.values()],
    async ({ row: { id }, saved }) => [id, await unsealKitchen(keys, id, saved?.sealed)] as const,
  );
  return new Map(opened);
}

/** What the guests of these parties add to the numbers. */
export function* countTouched(
  parties: ReadonlyMap<PartyId, TouchedParty>,
  kitchens: Kitchens,
): Generator<CountedGuest> {
  for (const { row, guests } of parties.values()) {
    yield* countedGuests(guests, kitchens.get(row.id));
  }
}
