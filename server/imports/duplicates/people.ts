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
  const nameOf = (name: string): number => {
    const form = formOf(name);
    if (!form) return -1;
    const known = placeOf.get(form.key);
    if (known !== undefined) return known;
    placeOf.set(form.key, names.length);
    return names.push(form) - 1;
  };
  for (const [parties, isIncoming] of [[existing, false], [incoming, true]] as const) {
    for (const party of parties) {
      const known = keys.get(party);
      // People of one party share these as long as they have none of their own.
      const mails = known?.mail ? [known.mail] : [];
      const phones = known?.phone ? [known.phone] : [];
      for (const guest of party.guests) {
        const name = guest.name === null ? -1 : nameOf(guest.name);
        if (name < 0) continue;
        people.push({
          at: people.length,
          guest,
          party,
          incoming: isIncoming,
          name,
          mails: withOwn(mailKey(guest.mail), mails),
          phones: withOwn(phoneKey(guest.phone), phones),
          address: known?.address ?? null,
          partyName: known?.name ?? null,
          partySays: known?.nameSays ?? false,
        });
      }
    }
  }
  return { people: withoutCommon(people), names };
}

function withOwn(own: string | null, ofParty: string[]): string[] {
  return own === null || ofParty[0] === own ? ofParty : [own, ...ofParty];
}

function withoutCommon(people: Person[]): Person[] {
  const mails = createCommon();
  const phones = createCommon();
  const addresses = createCommon();
  const parties = createCommon();
  for (const [at, person] of people.entries()) {
    const { party, address, partyName } = person;
    const before = people[at - 1];
    // People of one party stand together, and have most of this in common.
    const beside = before?.party === party ? before : undefined;
    if (person.mails !== beside?.mails) {
      for (const mail of person.mails) mails.count(mail, party);
    }
    if (person.phones !== beside?.phones) {
      for (const phone of person.phones) phones.count(phone, party);
    }
    if (beside) continue;
    if (address !== null) addresses.count(address, party);
    if (partyName !== null) parties.count(partyName, party);
  }
  const rare = (value: string | null, { common }: Common) =>
    value === null || common.has(value) ? null : value;
  const all = [mails, phones, addresses, parties];
  if (all.every(({ common }) => common.size === 0)) return people;
  return people.map((person) => ({
    ...person,
    mails: person.mails.filter((mail) => !mails.common.has(mail)),
    phones: person.phones.filter((phone) => !phones.common.has(phone)),
    address: rare(person.address, addresses),
    partyName: rare(person.partyName, parties),
  }));
}

// People of one party stand together, so it takes no set of parties per value.
function createCommon() {
  const holders = new Map<string, { parties: number; last: ComparedParty }>();
  const common = new Set<string>();
  return {
    common,
    count(value: string, party: ComparedParty): void {
      const known = holders.get(value);
      if (!known) holders.set(value, { parties: 1, last: party });
      else if (known.last !== party) {
        known.last = party;
        if (++known.parties > mostParties) common.add(value);
      }
    },
  };
}

type Common = ReturnType<typeof createCommon>;
