import type { ImportParty } from "../understanding/parties.ts";
import { keyOf } from "./entry-keys.ts";

/** Below 0: the first entry of the file comes before the other, by their keys. */
export type EntryOrder = (one: string, other: string) => number;

/**
 * Of entries that are put together the fullest comes first, and of those that say as much the one whose words do: which row
 * stands above which makes no difference to what becomes of them.
 */
export function orderOfEntries(parties: readonly ImportParty[]): EntryOrder {
  const byKey = new Map(parties.map((party) => [keyOf(party), party]));
  const known = new Map<string, { fullness: number; words: string }>();
  const said = (key: string) => {
    const before = known.get(key);
    if (before) return before;
    const party = byKey.get(key);
    const now = { fullness: party ? fullnessOf(party) : 0, words: party ? wordsOf(party) : "" };
    known.set(key, now);
    return now;
  };
  return (one, other) => {
    const [a, b] = [said(one), said(other)];
    if (a.fullness !== b.fullness) return b.fullness - a.fullness;
    return a.words < b.words ? -1 : a.words > b.words ? 1 : rowOf(one) - rowOf(other);
  };
}

function fullnessOf({ guests, contact }: ImportParty): number {
  const { mail, phone, address } = contact;
  const named = guests.flatMap(({ name }) => name ?? []);
  const reached = [mail, phone, address].filter(Boolean).length;
  // Of Robert and Bob the one says more than the other.
  return named.length * 1e6 + guests.length * 1e5 + named.join("").length * 10 + reached;
}

// What it says, and not where.
function wordsOf(party: ImportParty): string {
  return JSON.stringify(
    party,
    (name, value: unknown) => name === "row" || name === "rows" ? undefined : value,
  );
}

function rowOf(key: string): number {
  return Number(key.slice(key.indexOf(" ") + 1));
}
