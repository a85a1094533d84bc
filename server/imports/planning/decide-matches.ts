import type { ImportChoice } from "../../../shared/imports.ts";
import { comparedImport, comparedListed } from "../duplicates/compared.ts";
import { findDuplicates, type Match, type PartyMatch } from "../duplicates/find-duplicates.ts";
import type { ImportParty } from "../understanding/parties.ts";
import { type Choices, pairKey } from "./choices.ts";
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

/** `party 12`: the party that begins in row 12. */
export function keyOf({ rows }: Pick<ImportParty, "rows">): string {
  return `party ${rows[0] ?? 0}`;
}

/** Which parties of the file are which of the list, or of the file, as proposed or decided. */
export function decideMatches(
  list: List,
  parties: readonly ImportParty[],
  choices: Pick<Choices, "decisions" | "undecided">,
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
    const party = partyOf(match.one);
    if (party === partyOf(match.other)) found.get(party)?.within.push(decide(match));
  }
  return found;
}

function createDecide({ decisions, undecided }: Pick<Choices, "decisions" | "undecided">) {
  const made = new Map(decisions.map(({ one, other, choice }) => [pairKey(one, other), choice]));
  return <Of extends Match>(match: Of): Of & { choice: ImportChoice | null } => {
    const proposed = match.class === "exact" ? "merge" : undecided;
    return { ...match, choice: made.get(pairKey(match.one, match.other)) ?? proposed };
  };
}

function turned(match: DecidedParty): DecidedParty {
  const turn = <Of extends Match>(pair: Of): Of => ({ ...pair, one: pair.other, other: pair.one });
  return { ...turn(match), guests: match.guests.map(turn) };
}

function partyOf(guestKey: string): string {
  return guestKey.replace(/ guest \d+$/, "");
}
