import type { ComparedGuest, ComparedParty } from "./compared.ts";
import type { PartyKeys } from "./contact-keys.ts";

export interface Identical {
  one: ComparedParty;
  other: ComparedParty;
  /** Who is who, open seats too. */
  guests: { one: ComparedGuest; other: ComparedGuest }[];
}

/** Parties of the file that are on the list just so: each of them, and each of the list's, at most once. */
export function findIdentical(
  existing: readonly ComparedParty[],
  incoming: readonly ComparedParty[],
  keys: ReadonlyMap<ComparedParty, PartyKeys>,
): Identical[] {
  const print = (party: ComparedParty) => fingerprint(party, keys.get(party));
  // Who has another name needs no closer look.
  const ofFile = new Set(incoming.map(({ name }) => name));
  const ofList = new Set(existing.map(({ name }) => name));
  const listed = Map.groupBy(
    existing.filter(({ name }) => ofFile.has(name)).toSorted(byKey),
    print,
  );
  return incoming.filter(({ name }) => ofList.has(name)).toSorted(byKey).flatMap((one) => {
    const other = listed.get(print(one))?.shift();
    if (!other) return [];
    const [ours, theirs] = [inOrder(one.guests), inOrder(other.guests)];
    const guests = ours.flatMap((guest, at) => {
      const same = theirs[at];
      return same ? [{ one: guest, other: same }] : [];
    });
    return [{ one, other, guests }];
  });
}

function fingerprint(
  { name, phone, guests }: ComparedParty,
  keys: PartyKeys | undefined,
): string {
  const said = guests.map(sayGuest).toSorted().join(" ");
  return JSON.stringify([name, keys?.mail, keys?.phone ?? phone, keys?.address]) + said;
}

function inOrder(guests: readonly ComparedGuest[]): ComparedGuest[] {
  const said = new Map(guests.map((guest) => [guest, sayGuest(guest)]));
  return guests.toSorted((one, other) =>
    compare(said.get(one) ?? "", said.get(other) ?? "") || byKey(one, other)
  );
}

function sayGuest({ name, age }: ComparedGuest): string {
  return JSON.stringify([name, age]);
}

function byKey(one: { key: string }, other: { key: string }): number {
  return compare(one.key, other.key);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
