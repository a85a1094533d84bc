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
  const folded = foldText(address);
  const words = folded.match(plain.test(folded) ? /[a-z0-9]+/g : /[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.map((word) => shortened.get(word) ?? withoutStreet(word)).join(" ") || null;
}

function withoutStreet(word: string): string {
  return word.endsWith("strasse") ? `${word.slice(0, -"strasse".length)}str` : word;
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
  const words = plainWords(foldText(name));
  return {
    mail: mailKey(mail),
    phone: phoneKey(phone),
    address: addressKey(address),
    name: words.join(" ") || null,
    nameSays: words.length > 0 && saysMore(words, guests),
  };
}

function saysMore(words: readonly string[], guests: ComparedParty["guests"]): boolean {
  const names = guests.flatMap(({ name }) => name === null ? [] : [foldText(name)]);
  // What is not even a part of a name is no word of it, and most parties have such a word.
  if (words.some((word) => !names.some((name) => name.includes(withoutS(word))))) return true;
  const known = new Set(names.flatMap(plainWords));
  return words.some((word) => !known.has(word) && !known.has(withoutS(word)));
}

function withoutS(word: string): string {
  return word.endsWith("s") ? word.slice(0, -1) : word;
}

function plainWords(folded: string): string[] {
  const words = folded.match(
    plain.test(folded) ? /[a-z0-9]+/g : /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu,
  );
  return words?.filter((word) => !anyParty.has(word)) ?? [];
}

const plain = /^[\x20-\x26\x28-\x7e]*$/;

// Folding is for accents and marks: most texts have none.
function foldText(text: string): string {
  return plain.test(text) ? text.toLowerCase() : foldLetters(text);
}
