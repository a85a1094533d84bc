/** Why two entries may be one person, or one party; in {brackets}: its values. */
export const reasonSentences = {
  "all-same": "Name, party and contact are the same.",
  "same-id": "The file was written by this list, and says who it is.",
  "same-name": "Both are called {name}.",
  "other-order": "First and last name are the other way round: {one}, {other}.",
  "short-form": "{short} is short for {full}.",
  "same-given-name": "{one} and {other} are the same name.",
  "one-letter": "{one} and {other} differ in one letter.",
  "initial": "{initial}. may be {name}.",
  "more-names": "One of them has another name as well: {names}.",
  "first-name": "Both have the first name {name}.",
  "same-mail": "The mail address is the same: {mail}.",
  "same-phone": "The telephone number is the same: {phone}.",
  "same-address": "The address is the same: {address}.",
  "same-party": "Both belong to the party “{party}”.",
  "same-company": "{name} is in both parties.",
  "same-people": "{count} of its people are in both parties.",
  "chosen": "Somebody said so.",
  // What speaks against it.
  "mail-differs": "The mail addresses differ.",
  "phone-differs": "The telephone numbers differ.",
  "address-differs": "The addresses differ.",
  "age-differs": "One is listed as {one}, the other as {other}.",
  "generation-differs": "{one} and {other} may be of two generations.",
  "several-fit": "Others fit as well.",
} as const satisfies Record<string, string>;
export type ReasonCode = keyof typeof reasonSentences;

export interface Reason {
  code: ReasonCode;
  values: Record<string, string>;
}

export function reason(code: ReasonCode, values: Record<string, string> = {}): Reason {
  return { code, values };
}

/** Of two spellings of the same the first in the alphabet: which entry stands first makes no difference to what is said. */
export function oneSpelling(
  one: string | null | undefined,
  other: string | null | undefined,
): string {
  if (!one || !other) return one || other || "";
  return one < other ? one : other;
}

/** The reason in English. */
export function sayReason({ code, values }: Reason): string {
  return reasonSentences[code].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
}
