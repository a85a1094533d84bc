import { groupsOf } from "../duplicates/groups.ts";
import { isAnswer } from "../duplicates/merge-replies.ts";
import type { ImportGuest } from "../understanding/parties.ts";
import type { Decided } from "./decide-matches.ts";
import { guestKey } from "./entry-keys.ts";

/** Guests of one party who are one person: whom each is put into, or left out for (null), by place. */
export function joinedWithin(
  key: string,
  guests: readonly ImportGuest[],
  within: readonly Decided[],
): Map<number, number | null> {
  const joined = new Map<number, number | null>();
  const pairs = within.filter(({ choice }) => choice === "merge" || choice === "skip");
  if (pairs.length === 0) return joined;
  const placeOf = new Map(guests.map((_, at) => [guestKey(key, at), at]));
  const merged = new Set(
    pairs.filter(({ choice }) => choice === "merge").flatMap(({ one, other }) => [one, other]),
  );
  for (const group of groupsOf(pairs)) {
    const places = group.flatMap((each) => placeOf.get(each) ?? []);
    // Who says the most stays, whichever row stands first.
    const [first, ...others] = places.toSorted((one, other) =>
      compare(wordsOf(guests[one]), wordsOf(guests[other]))
    );
    for (const at of others) {
      joined.set(at, first !== undefined && merged.has(guestKey(key, at)) ? first : null);
    }
  }
  return joined;
}

function wordsOf(guest: ImportGuest | undefined): [number, string] {
  if (!guest) return [0, ""];
  const { row: _, ...said } = guest;
  const answers = Object.values(guest.invited).filter(isAnswer).length;
  const words = JSON.stringify(said, (name, value: unknown) => name === "row" ? undefined : value);
  return [(guest.name?.length ?? 0) + answers * 10, words];
}

function compare([much, one]: [number, string], [more, other]: [number, string]): number {
  return more - much || (one < other ? -1 : one > other ? 1 : 0);
}
