import type { Household } from "./households.ts";
import type { ReadRow } from "./rows/read-row.ts";

/**
 * A household's rows as they stand, but where a name is in two of them: then who says more comes first, wherever it stands,
 * for they may be one.
 */
export function withLikeInOrder(
  household: Household,
  nameKey: (name: string) => string,
): Household {
  if (household.length < 2) return household;
  const isHinted = household.some(({ guests }) => guests.some(({ hinted }) => hinted));
  const keyOf = isHinted ? nameKey : (name: string) => name;
  const own = new Set<string>();
  const mentioned: string[] = [];
  let count = 0;
  for (const { name, hinted } of household.flatMap(({ guests }) => guests)) {
    if (name === null) continue;
    if (hinted) mentioned.push(keyOf(name));
    else {
      own.add(keyOf(name));
      count += 1;
    }
  }
  const others = mentioned.filter((name) => !own.has(name));
  const isRepeated = own.size < count || new Set(others).size < others.length;
  return isRepeated ? inFullness(household) : household;
}

/** The row that says the most first: what there is one of is that row's, and no row has to come first. */
export function inFullness(household: Household): Household {
  const isOrdered = household.length < 2 || household.some(({ exact }) => exact);
  return isOrdered ? household : household.toSorted(byWords);
}

function byWords(one: ReadRow, other: ReadRow): number {
  // Names nearly always tell, and cost least.
  return reachedBy(other) - reachedBy(one) || compare(namesIn(one), namesIn(other)) ||
    compare(wordsOf(one), wordsOf(other));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function namesIn({ guests }: ReadRow): string {
  return guests.map(({ name }) => name ?? "").join();
}

function reachedBy({ contact: { mails, phones, address } }: ReadRow): number {
  return mails.length + phones.length + (address === null ? 0 : 1);
}

// What it says, and not where.
function wordsOf({ guests, ...row }: ReadRow): string {
  return JSON.stringify(
    [guests, row],
    (name, value: unknown) => name === "row" || name === "number" ? undefined : value,
  );
}
