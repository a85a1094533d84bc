import type { ComparedParty } from "./compared.ts";
import { keysOfParties } from "./contact-keys.ts";
import { groupsOf } from "./groups.ts";
import { findIdentical, type Identical } from "./identical.ts";
import { findKnown } from "./known.ts";
import { type GuestPair, matchGuests } from "./match-guests.ts";
import { matchParties, type PartyPair } from "./match-parties.ts";
import { readPeople } from "./people.ts";
import { type Reason, reason } from "./reasons.ts";
import type { MatchClass } from "./weigh.ts";

/** Two entries by their keys: `one` is of the file, `other` of the list, or of the file too. */
export interface Match {
  one: string;
  other: string;
  /** `exact` is proposed for merging, `likely` is for somebody to decide. Nothing is merged without a word. */
  class: MatchClass;
  /** 0 to 1. */
  score: number;
  reasons: Reason[];
}

export interface PartyMatch extends Match {
  /** Which of its guests are which. */
  guests: Match[];
}

export interface Duplicates {
  /** Guests who may be one person. */
  guests: Match[];
  parties: PartyMatch[];
  /** Guests that hang together by their matches, by key: each of the file's in at most one. */
  groups: string[][];
}

/**
 * Who of the file is on the list already, or twice in the file. The order in which either has its entries does not
 * matter. Both are looked through once: the time grows with them, not with their product.
 */
export function findDuplicates(
  existing: readonly ComparedParty[],
  incoming: readonly ComparedParty[],
): Duplicates {
  const known = findKnown(existing, incoming);
  const keys = keysOfParties([...existing, ...known.rest]);
  const taken = new Set(known.parties.map(({ other }) => other));
  const free = existing.filter(({ key }) => !taken.has(key));
  const half = new Set(known.parties.map(({ one }) => one));
  const identical = findIdentical(free, known.rest.filter(({ key }) => !half.has(key)), keys);
  // What is on the list just so leaves no question open, neither here nor there.
  const settled = new Set(identical.map(({ one }) => one));
  const open = known.rest.filter((party) => !settled.has(party));
  const found = matchGuests(readPeople(existing, open, keys));
  const guests = [
    ...known.guests,
    ...identical.flatMap(sameGuests),
    ...found.map(guestMatch),
  ].toSorted(likeliestFirst);
  const parties = [
    ...known.parties,
    ...identical.map(sameParty),
    ...matchParties(existing, open, found, keys).map(partyMatch)
      .filter(({ one }) => !half.has(one)),
  ].toSorted(likeliestFirst);
  return { guests, parties, groups: groupsOf(guests) };
}

const same = { class: "exact", score: 1, reasons: [reason("all-same")] } satisfies Partial<Match>;

function sameGuests({ guests }: Identical): Match[] {
  return guests.filter(({ one }) => one.name !== null)
    .map(({ one, other }) => ({ one: one.key, other: other.key, ...same }));
}

function sameParty({ one, other, guests }: Identical): PartyMatch {
  return {
    one: one.key,
    other: other.key,
    ...same,
    guests: guests.map((pair) => ({ one: pair.one.key, other: pair.other.key, ...same })),
  };
}

function guestMatch({ one, other, class: sureness, score, reasons }: GuestPair): Match {
  // Keys of the file and of the list are not to be compared: who is of the file stands first.
  const turned = !one.incoming || (other.incoming && one.guest.key < other.guest.key);
  const [first, second] = turned ? [other, one] : [one, other];
  return { one: first.guest.key, other: second.guest.key, class: sureness, score, reasons };
}

function partyMatch(
  { one, other, class: sureness, score, reasons, guests }: PartyPair,
): PartyMatch {
  return {
    one: one.key,
    other: other.key,
    class: sureness,
    score,
    reasons,
    guests: guests.map(guestMatch),
  };
}

function likeliestFirst(a: Match, b: Match): number {
  return b.score - a.score || compare(a.one, b.one) || compare(a.other, b.other);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
