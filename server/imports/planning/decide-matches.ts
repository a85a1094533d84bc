import type { ImportChoice } from "../../../shared/imports.ts";
import { comparedImport, comparedListed } from "../duplicates/compared.ts";
import { findDuplicates, type Match, type PartyMatch } from "../duplicates/find-duplicates.ts";
import type { ImportParty } from "../understanding/parties.ts";
import { matchAdded } from "./added-parties.ts";
import { type Choices, pairKey } from "./choices.ts";
import { addChosen, knownEntries, turned } from "./chosen-pairs.ts";
import type { EntryOrder } from "./entry-order.ts";
import { keyOf, partyKeyOf } from "./entry-keys.ts";
import type { List, ListParty } from "./plan.ts";

/** A match and what is to happen with it; null: somebody has to decide. */
export interface Decided extends Match {
  choice: ImportChoice | null;
}

export interface DecidedParty extends Omit<PartyMatch, "guests">, Decided {
  guests: Decided[];
}

/** What was found of one party of the file. */
export interface Matches {
  /** The party that it is on the list, by its id: the file is one that we wrote. */
  own: ListParty | undefined;
  /** Parties of the list, the likeliest first. */
  listed: DecidedParty[];
  /** Parties of the file, the likeliest first. `one` is this party. */
  inFile: DecidedParty[];
  /** Of its own guests, two who may be one. */
  within: Decided[];
}

/** Which parties of the file are which of the list, or of the file, as proposed or decided. */
export function decideMatches(
  list: List,
  parties: readonly ImportParty[],
  choices: Pick<Choices, "decisions" | "undecided">,
  order: EntryOrder,
): Map<string, Matches> {
  const byId = new Map<string, ListParty>(list.parties.map((party) => [party.id, party]));
  const found = new Map<string, Matches>(
    parties.map((party) => [keyOf(party), {
      own: party.id === null ? undefined : byId.get(party.id),
      ...{ listed: [], inFile: [], within: [] },
    }]),
  );
  const others = parties.filter((party) => !found.get(keyOf(party))?.own);
  const { parties: matches, guests } = findDuplicates(
    list.parties.map(comparedListed),
    others.map((party) => comparedImport(party, party.rows[0] ?? 0)),
  );
  const decide = createDecide(choices);
  for (const { guests, ...match } of matches) {
    const decided = { ...decide(match), guests: guests.map(decide) };
    const one = found.get(match.one);
    const other = found.get(match.other);
    if (other) other.inFile.push(turned(decided));
    if (other) one?.inFile.push(decided);
    else one?.listed.push(decided);
  }
  for (const match of guests) {
    const party = partyKeyOf(match.one);
    if (party === partyKeyOf(match.other)) found.get(party)?.within.push(decide(match));
  }
  for (const match of matchAdded(list.parties, parties)) {
    const listed = found.get(match.one)?.listed;
    const known = listed?.find(({ other }) => other === match.other);
    if (!listed || listed.some((each) => each.class === "exact")) continue;
    // What its guests say is asked of them.
    if (known) Object.assign(known, decide({ ...match, guests: known.guests }));
    else listed.push({ ...decide(match), guests: [] });
  }
  if (choices.decisions.length > 0) {
    addChosen(found, choices.decisions, knownEntries(parties, list));
  }
  // What somebody chose comes before what was found, and of two that are as likely none is the first of the file.
  const isMade = madeBy(choices.decisions);
  const chosenFirst = (a: Match, b: Match) => Number(isMade(b)) - Number(isMade(a));
  for (const { listed, inFile } of found.values()) {
    listed.sort(chosenFirst);
    inFile.sort((a, b) => chosenFirst(a, b) || b.score - a.score || order(a.other, b.other));
    for (const { guests } of [...listed, ...inFile]) guests.sort(chosenFirst);
  }
  return found;
}

function madeBy(decisions: Choices["decisions"]) {
  const made = new Set(
    decisions.filter(({ choice }) => choice === "merge")
      .map(({ one, other }) => pairKey(one, other)),
  );
  return ({ one, other }: Match) => made.has(pairKey(one, other));
}

function createDecide({ decisions, undecided }: Pick<Choices, "decisions" | "undecided">) {
  const made = new Map(decisions.map(({ one, other, choice }) => [pairKey(one, other), choice]));
  return <Of extends Match>(match: Of): Of & { choice: ImportChoice | null } => {
    const proposed = match.class === "exact" ? "merge" : undecided;
    return { ...match, choice: made.get(pairKey(match.one, match.other)) ?? proposed };
  };
}
