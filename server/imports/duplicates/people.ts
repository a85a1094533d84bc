import type { ComparedGuest, ComparedParty } from "./compared.ts";
import { mailKey, type PartyKeys, phoneKey } from "./contact-keys.ts";
import { mostParties } from "./same-reach.ts";
import { formOf, type NameForm } from "./name-form.ts";

/** A named guest with all that tells who it is. */
export interface Person {
  /** Place among the people. */
  at: number;
  guest: ComparedGuest;
  party: ComparedParty;
  incoming: boolean;
  /** Place of the name in `names`. */
  name: number;
  mails: string[];
  phones: string[];
  address: string | null;
  partyName: string | null;
  /** The party's name says more than the names of its guests. */
  partySays: boolean;
}

export interface People {
  people: Person[];
  /** Each different name once. */
  names: NameForm[];
}

/** All named guests of both lists; what too many share is left out of them. */
export function readPeople(
  existing: readonly ComparedParty[],
  incoming: readonly ComparedParty[],
  keys: ReadonlyMap<ComparedParty, PartyKeys>,
): People {
  const names: NameForm[] = [];
  const placeOf = new Map<string, number>();
  const people: Person[] = [];
  const forms = new Map<string, number>();
  const nameOf = (name: string): number => {
    const known = forms.get(name);
    if (known !== undefined) return known;
    const form = formOf(name);
    const place = form ? placeOf.get(form.key) ?? names.push(form) - 1 : -1;
    if (form) placeOf.set(form.key, place);
    forms.set(name, place);
    return place;
  };
  for (const [parties, isIncoming] of [[existing, false], [incoming, true]] as const) {
    for (const party of parties) {
      const known = keys.get(party);
      for (const guest of party.guests) {
        const name = guest.name === null ? -1 : nameOf(guest.name);
        if (name < 0) continue;
        people.push({
          at: people.length,
          guest,
          party,
          incoming: isIncoming,
          name,
          mails: both(mailKey(guest.mail), known?.mail ?? null),
          phones: both(phoneKey(guest.phone), known?.phone ?? null),
          address: known?.address ?? null,
          partyName: known?.name ?? null,
          partySays: known?.nameSays ?? false,
        });
      }
    }
  }
  return { people: withoutCommon(people), names };
}

function both(own: string | null, ofParty: string | null): string[] {
  if (own === null) return ofParty === null ? [] : [ofParty];
  return ofParty === null || ofParty === own ? [own] : [own, ofParty];
}

function withoutCommon(people: Person[]): Person[] {
  const mails = commonAmong(people, ({ mails }) => mails);
  const phones = commonAmong(people, ({ phones }) => phones);
  const addresses = commonAmong(people, ({ address }) => address === null ? [] : [address]);
  const parties = commonAmong(people, ({ partyName }) => partyName === null ? [] : [partyName]);
  const rare = (value: string | null, common: ReadonlySet<string>) =>
    value === null || common.has(value) ? null : value;
  if (mails.size + phones.size + addresses.size + parties.size === 0) return people;
  return people.map((person) => ({
    ...person,
    mails: person.mails.filter((mail) => !mails.has(mail)),
    phones: person.phones.filter((phone) => !phones.has(phone)),
    address: rare(person.address, addresses),
    partyName: rare(person.partyName, parties),
  }));
}

// People of one party stand together, so it takes no set of parties per value.
function commonAmong(
  people: readonly Person[],
  valuesOf: (person: Person) => readonly string[],
): Set<string> {
  const holders = new Map<string, { parties: number; last: ComparedParty }>();
  const common = new Set<string>();
  for (const person of people) {
    for (const value of valuesOf(person)) {
      const known = holders.get(value);
      if (!known) holders.set(value, { parties: 1, last: person.party });
      else if (known.last !== person.party) {
        known.last = person.party;
        if (++known.parties > mostParties) common.add(value);
      }
    }
  }
  return common;
}
