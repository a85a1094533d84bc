import { phoneDigits } from "../../guests/contact.ts";
import { foldLetters } from "../../guests/fold-letters.ts";
import type { ComparedParty } from "./compared.ts";

/** What of a mail address tells it from others. */
export function mailKey(mail: string | null): string | null {
  return mail?.trim().toLowerCase() || null;
}

const fewestDigits = 7;

/**
 * The end of a telephone number: with and without a country's number it is the same one. Shorter than that it is an
 * extension, which many have.
 */
export function phoneKey(phone: string | null): string | null {
  const digits = phoneDigits(phone ?? undefined);
  return digits.length >= fewestDigits ? digits.slice(-8) : null;
}

const shortened = new Map(Object.entries({
  ...{ street: "st", avenue: "ave", av: "ave", road: "rd", drive: "dr", lane: "ln", court: "ct" },
  ...{ boulevard: "blvd", place: "pl", square: "sq", apartment: "apt", suite: "ste", unit: "apt" },
  ...{ north: "n", south: "s", east: "e", west: "w", strasse: "str", platz: "pl", calle: "c" },
}));

/** An address without case, marks and the ways in which street names are shortened. */
export function addressKey(address: string | null): string | null {
  if (!address) return null;
  const words = foldText(address).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.map((word) => shortened.get(word) ?? word.replace(/strasse$/, "str")).join(" ") ||
    null;
}

const anyParty = new Set(
  "the family families and household guest guests familie familia famille und y et e plus one"
    .split(
      " ",
    ),
);

export interface PartyKeys {
  mail: string | null;
  phone: string | null;
  address: string | null;
  name: string | null;
  /** Its name says more than the names of its guests. */
  nameSays: boolean;
}

/** What of each party tells it from others. */
export function keysOfParties(parties: readonly ComparedParty[]): Map<ComparedParty, PartyKeys> {
  return new Map(parties.map((party) => [party, keysOfParty(party)]));
}

function keysOfParty({ mail, phone, address, name, guests }: ComparedParty): PartyKeys {
  const words = plainWords(name);
  const known = new Set(guests.flatMap((guest) => plainWords(guest.name ?? "")));
  return {
    mail: mailKey(mail),
    phone: phoneKey(phone),
    address: addressKey(address),
    name: words.join(" ") || null,
    nameSays: words.some((word) => !known.has(word) && !known.has(word.replace(/s$/, ""))),
  };
}

function plainWords(name: string): string[] {
  const words = foldText(name).match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  return words.filter((word) => !anyParty.has(word));
}

const plain = /^[\x20-\x26\x28-\x7e]*$/;

// Folding is for accents and marks: most texts have none.
function foldText(text: string): string {
  return plain.test(text) ? text.toLowerCase() : foldLetters(text);
}
