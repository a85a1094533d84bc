import { nameWords } from "../../guests/name-words.ts";
import { foldAnswer } from "./answers/fold-answer.ts";
import { withLikeInOrder } from "./household-order.ts";
import type { ReadRow } from "./rows/read-row.ts";

/** Rows that are one party. */
export type Household = ReadRow[];

export interface Households {
  households: Household[];
  /** Guests of somebody who is not in the file. */
  hostless: ReadRow[];
}

/**
 * Which rows are one party. Shared text, "Guest of Jane" and a spouse with a row of their own do not depend on
 * the order of the rows; a row that only says "Plus One" does: it comes along with the row above it.
 */
export function gatherHouseholds(rows: readonly ReadRow[]): Households {
  const groups = createGroups(rows.length);
  const byParty = new Map<string, number>();
  const byName = namesOf(rows);
  const hostless = new Set<number>();
  let above: number | undefined;
  rows.forEach((row, at) => {
    const key = row.partyId ?? partyKey(row.party);
    const first = byParty.get(key);
    if (key !== "" && first !== undefined) groups.join(first, at);
    else if (key !== "") byParty.set(key, at);
    if (!row.alone && key === "") {
      const host = row.host === null ? above : hostOf(row.host, byName);
      if (host === undefined) hostless.add(at);
      else groups.join(host, at);
    }
    if (row.alone || key !== "") above = at;
  });
  joinSpouses(rows, byName, groups);
  const households = new Map<number, Household>();
  rows.forEach((row, at) => {
    if (hostless.has(at)) return;
    const group = groups.of(at);
    const known = households.get(group);
    if (known) known.push(row);
    else households.set(group, [row]);
  });
  return {
    households: [...households.values()]
      .map((household) => withoutRepeated(withLikeInOrder(household, nameKey))),
    hostless: rows.filter((_, at) => hostless.has(at)),
  };
}

/** The text of a party without its size: "Chen household (2)". */
export function withoutSize(party: string): string {
  return party.replace(/\s*[(\[]\s*\d{1,2}[^)\]]*[)\]]\s*$/u, "") || party;
}

function partyKey(party: string): string {
  return foldAnswer(withoutSize(party));
}

// A spouse, or whoever comes along by name, may have a row too: the two rows are one party.
function joinSpouses(
  rows: readonly ReadRow[],
  byName: ReadonlyMap<string, number[]>,
  groups: Groups,
): void {
  rows.forEach((row, at) => {
    for (const { name, hinted } of row.guests) {
      if (!hinted || name === null) continue;
      const own = (byName.get(nameKey(name)) ?? []).filter((other) => other !== at);
      const [other] = own;
      if (own.length !== 1 || other === undefined) continue;
      const theirs = rows[other];
      if (theirs && mayLiveTogether(row, theirs)) groups.join(at, other);
    }
  });
}

// Two people of one name are told apart by where they live, by their party and by whom they name.
function mayLiveTogether(row: ReadRow, other: ReadRow): boolean {
  const [one, two] = [row.contact.address, other.contact.address];
  const apart = one !== null && two !== null && foldAnswer(one) !== foldAnswer(two);
  const parties = row.party !== "" && other.party !== "" &&
    partyKey(row.party) !== partyKey(other.party);
  const named = other.guests.filter(({ hinted, age, name }) => hinted && age === "adult" && name);
  const mine = new Set(row.guests.map(({ name }) => nameKey(name ?? "")));
  const elsewhere = named.length > 0 && !named.some(({ name }) => mine.has(nameKey(name ?? "")));
  return !apart && !parties && !elsewhere;
}

// Whoever has a row is not added a second time by the row that only mentions them.
function withoutRepeated(household: Household): Household {
  if (household.length === 1 || !household.some((row) => row.guests.some(isHinted))) {
    return household;
  }
  const own = new Set(
    household.flatMap(({ guests }) => guests)
      .flatMap(({ name, hinted }) => name !== null && !hinted ? [nameKey(name)] : []),
  );
  return household.map((row) => {
    const guests = row.guests.filter(({ name, hinted }) =>
      !hinted || name === null || !own.has(nameKey(name))
    );
    // A child whom both parents mention stays once.
    for (const { name, hinted } of guests) if (hinted && name) own.add(nameKey(name));
    return guests.length === row.guests.length ? row : { ...row, guests };
  });
}

function namesOf(rows: readonly ReadRow[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  // Only who is spoken of in another row has to be found.
  const needed = rows.some(({ host, guests }) => host !== null || guests.some(isHinted));
  if (!needed) return found;
  rows.forEach(({ guests }, at) => {
    for (const { name, hinted } of guests) {
      if (name === null || hinted) continue;
      const key = nameKey(name);
      const known = found.get(key);
      if (known) known.push(at);
      else found.set(key, [at]);
    }
  });
  return found;
}

function hostOf(host: string, byName: ReadonlyMap<string, number[]>): number | undefined {
  const whole = byName.get(nameKey(host));
  if (whole) return whole[0];
  const words = nameWords(host);
  // "Jane's guest": the only Jane of the file.
  const like = [...byName].filter(([key]) => words.every((word) => key.split(" ").includes(word)));
  return like.length === 1 ? like[0]?.[1][0] : undefined;
}

function isHinted({ hinted }: { hinted: boolean }): boolean {
  return hinted;
}

// "Doe, Jane" and "Jane Doe" are one.
function nameKey(name: string): string {
  return nameWords(name).toSorted().join(" ");
}

interface Groups {
  of(at: number): number;
  join(one: number, other: number): void;
}

// The smallest of a group stands for it, so groups come in the order of their first rows.
function createGroups(count: number): Groups {
  const above = Array.from({ length: count }, (_, at) => at);
  const of = (at: number): number => {
    let top = at;
    while ((above[top] ?? top) !== top) top = above[top] ?? top;
    while ((above[at] ?? top) !== top) [above[at], at] = [top, above[at] ?? top];
    return top;
  };
  return {
    of,
    join(one, other) {
      const [low, high] = [of(one), of(other)].toSorted((a, b) => a - b);
      if (low !== undefined && high !== undefined) above[high] = low;
    },
  };
}
