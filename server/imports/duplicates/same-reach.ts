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
  for (const keyOf of [mailOf, phoneOf, nameOf]) {
    const ofFile = new Map<string, ComparedParty[]>();
    for (const party of incoming) put(ofFile, keyOf(keys.get(party)), party);
    const ofList = new Map<string, ComparedParty[]>();
    for (const party of existing) {
      const key = keyOf(keys.get(party));
      if (key && ofFile.has(key)) put(ofList, key, party);
    }
    for (const [key, some] of ofFile) {
      const listed = ofList.get(key) ?? [];
      if (some.length + listed.length < 2 || some.length + listed.length > mostParties) continue;
      for (const one of some) {
        for (const other of listed) yield [one, other];
        for (const other of some) if (one.key > other.key) yield [one, other];
      }
    }
  }
}

type KeyOf = (keys: PartyKeys | undefined) => string | null | undefined;
const mailOf: KeyOf = (keys) => keys?.mail;
const phoneOf: KeyOf = (keys) => keys?.phone;
const nameOf: KeyOf = (keys) => keys?.nameSays ? keys.name : null;

function put(
  parties: Map<string, ComparedParty[]>,
  key: string | null | undefined,
  party: ComparedParty,
): void {
  if (!key) return;
  const known = parties.get(key);
  if (known) known.push(party);
  else parties.set(key, [party]);
}
