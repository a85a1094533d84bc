import type { ImportDecision } from "../../../shared/imports.ts";
import { reason } from "../duplicates/reasons.ts";
import type { ImportParty } from "../understanding/parties.ts";
import { pairKey } from "./choices.ts";
import type { Decided, DecidedParty, Matches } from "./decide-matches.ts";
import { guestKey, keyOf } from "./entry-keys.ts";
import type { List } from "./plan.ts";

/** What a key names: a party or a guest, of the file or of the list. */
export interface KnownEntry {
  key: string;
  party: string;
  isGuest: boolean;
  isListed: boolean;
  /** Of one of our own files: who it is on the list. */
  listedAs: string | null;
}

export type KnownEntries = (key: string) => KnownEntry | undefined;

export function knownEntries(parties: readonly ImportParty[], list: List): KnownEntries {
  const known = new Map<string, KnownEntry>();
  const put = (entry: KnownEntry) => known.set(entry.key, entry);
  const ids = new Set<string>();
  for (const { id, guests } of list.parties) {
    put({ key: id, party: id, isGuest: false, isListed: true, listedAs: id });
    for (const guest of guests) {
      put({ key: guest.id, party: id, isGuest: true, isListed: true, listedAs: guest.id });
    }
  }
  for (const key of known.keys()) ids.add(key);
  for (const file of parties) {
    const party = keyOf(file);
    const listedAs = (id: string | null) => id !== null && ids.has(id) ? id : null;
    put({ key: party, party, isGuest: false, isListed: false, listedAs: listedAs(file.id) });
    for (const [at, { id }] of file.guests.entries()) {
      const key = guestKey(party, at);
      put({ key, party, isGuest: true, isListed: false, listedAs: listedAs(id) });
    }
  }
  return (key) => known.get(key);
}

/** Puts the pairs that somebody chose, and that nobody had found, among those that were found. */
export function addChosen(
  found: ReadonlyMap<string, Matches>,
  decisions: readonly ImportDecision[],
  entryOf: KnownEntries,
): void {
  const added = decisions.flatMap(({ one, other, choice }) => {
    const [first, second] = [entryOf(one), entryOf(other)];
    if (!first || !second || first.isGuest !== second.isGuest) return [];
    if (first.isListed && second.isListed) return [];
    return [
      first.isListed ? { one: second, other: first, choice } : {
        ...{ one: first, other: second, choice },
      },
    ];
  });
  // Parties first: their guests are put among theirs.
  for (const each of added.filter(({ one }) => !one.isGuest)) addParties(found, each);
  for (const each of added.filter(({ one }) => one.isGuest)) {
    addGuests(found, each, decisions);
  }
}

interface ChosenPair {
  one: KnownEntry;
  other: KnownEntry;
  choice: Decided["choice"];
}

function chosen(one: string, other: string, choice: Decided["choice"]): Decided {
  return { one, other, choice, class: "exact", score: 1, reasons: [reason("chosen")] };
}

function addParties(
  found: ReadonlyMap<string, Matches>,
  { one, other, choice }: ChosenPair,
): void {
  if (partyMatches(found, one.key, other.key).length > 0) return;
  putParties(found, one.key, other.key, { ...chosen(one.key, other.key, choice), guests: [] });
}

function putParties(
  found: ReadonlyMap<string, Matches>,
  one: string,
  other: string,
  match: DecidedParty,
): void {
  const ours = found.get(one);
  const theirs = found.get(other);
  // What somebody chose comes before what was found.
  if (!theirs) ours?.listed.unshift(match);
  else {
    ours?.inFile.unshift(match);
    theirs.inFile.unshift(turned(match));
  }
}

function addGuests(
  found: ReadonlyMap<string, Matches>,
  { one, other, choice }: ChosenPair,
  decisions: readonly ImportDecision[],
): void {
  const pair = chosen(one.key, other.key, choice);
  if (one.party === other.party) {
    const within = found.get(one.party)?.within;
    if (within?.every((each) => !isPair(each, one.key, other.key))) within.push(pair);
    return;
  }
  const matches = partyMatches(found, one.party, other.party);
  const isDecided = decisions.some((each) => isPair(each, one.party, other.party));
  for (const match of matches) {
    // Whoever is one person is of one party.
    if (choice === "merge" && !isDecided && match.choice !== "merge") match.choice = "merge";
    if (match.guests.some((each) => isPair(each, one.key, other.key))) continue;
    match.guests.unshift(match.one === one.party ? pair : turnedPair(pair));
  }
  if (matches.length > 0 || choice === "keep-apart") return;
  const ofParties = chosen(one.party, other.party, choice === "merge" ? "merge" : "keep-apart");
  putParties(found, one.party, other.party, { ...ofParties, guests: [pair] });
}

function partyMatches(
  found: ReadonlyMap<string, Matches>,
  one: string,
  other: string,
): DecidedParty[] {
  return [one, other].flatMap((key) => {
    const { listed = [], inFile = [] } = found.get(key) ?? {};
    return [...listed, ...inFile].filter((match) => isPair(match, one, other));
  });
}

function isPair(pair: { one: string; other: string }, one: string, other: string): boolean {
  return pairKey(pair.one, pair.other) === pairKey(one, other);
}

export function turned(match: DecidedParty): DecidedParty {
  return { ...match, ...turnedPair(match), guests: match.guests.map(turnedPair) };
}

function turnedPair(pair: Decided): Decided {
  return { ...pair, one: pair.other, other: pair.one };
}
