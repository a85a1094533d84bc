import type { ComparedParty } from "./compared.ts";
import type { PartyKeys } from "./contact-keys.ts";

/** What more parties of both lists have says nothing of one of them: a planner's address, a party called "Friends". */
export const mostParties = 10;

/** Parties with one mail address, telephone number or telling name, the first of them of the file. */
export function* withSameReach(
  existing: readonly ComparedParty[],
  incoming: readonly ComparedParty[],
  keys: ReadonlyMap<ComparedParty, PartyKeys>,
): Generator<[ComparedParty, ComparedParty]> {
  const holders = new Map<string, { ofFile: ComparedParty[]; listed: ComparedParty[] }>();
  for (const party of incoming) {
    for (const key of keysOf(keys.get(party))) {
      const known = holders.get(key);
      if (known) known.ofFile.push(party);
      else holders.set(key, { ofFile: [party], listed: [] });
    }
  }
  for (const party of existing) {
    for (const key of keysOf(keys.get(party))) holders.get(key)?.listed.push(party);
  }
  for (const { ofFile, listed } of holders.values()) {
    if (ofFile.length + listed.length > mostParties) continue;
    for (const one of ofFile) {
      for (const other of listed) yield [one, other];
      for (const other of ofFile) if (one.key > other.key) yield [one, other];
    }
  }
}

function keysOf(keys: PartyKeys | undefined): string[] {
  if (!keys) return [];
  const { mail, phone, name, nameSays } = keys;
  return [
    ...mail === null ? [] : [`m ${mail}`],
    ...phone === null ? [] : [`p ${phone}`],
    ...name !== null && nameSays ? [`n ${name}`] : [],
  ];
}
