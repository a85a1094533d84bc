import type { Age } from "../../../shared/events.ts";

/** A guest as far as it takes to see who is the same person. */
export interface ComparedGuest {
  /** Unlike every other key of both lists. */
  key: string;
  /** Of a file that this site once wrote: the key on the list. */
  id?: string | null;
  /** null: an open seat, which is nobody's duplicate. */
  name: string | null;
  age: Age;
  /** The guest's own; the party's count as well. */
  mail: string | null;
  phone: string | null;
}

/** A party as far as it takes to see which one of the other list it is. */
export interface ComparedParty {
  key: string;
  id?: string | null;
  name: string;
  mail: string | null;
  /** As typed, or as E.164 has it. */
  phone: string | null;
  address: string | null;
  guests: readonly ComparedGuest[];
}

/** What a file says of a party: as much of it as is compared. */
export interface ImportedLike {
  id?: string | null;
  name: string;
  contact: { mail: string | null; phone: { number: string } | null; address: string | null };
  guests: readonly {
    id?: string | null;
    name: string | null;
    age: Age;
    mail: string | null;
    phone: { number: string } | null;
  }[];
}

/** What is known of a party on the list. */
export interface ListedLike {
  id: string;
  name: string;
  contact: {
    mail?: string | undefined;
    phone?: string | undefined;
    address?: string | undefined;
  };
  guests: readonly { id: string; name: string | null; age: Age }[];
}

/** The keys are `party 3` and `party 3 guest 0`, by the place in the file. */
export function comparedImport(party: ImportedLike, at: number): ComparedParty {
  const { contact, guests } = party;
  return {
    key: `party ${at}`,
    id: party.id ?? null,
    name: party.name,
    mail: contact.mail,
    phone: contact.phone?.number ?? null,
    address: contact.address,
    guests: guests.map(({ id, name, age, mail, phone }, place) => ({
      key: `party ${at} guest ${place}`,
      id: id ?? null,
      name,
      age,
      mail,
      phone: phone?.number ?? null,
    })),
  };
}

/** The keys are the ids. */
export function comparedListed({ id, name, contact, guests }: ListedLike): ComparedParty {
  return {
    key: id,
    name,
    mail: contact.mail ?? null,
    phone: contact.phone ?? null,
    address: contact.address ?? null,
    guests: guests.map((guest) => ({
      key: guest.id,
      name: guest.name,
      age: guest.age,
      mail: null,
      phone: null,
    })),
  };
}
