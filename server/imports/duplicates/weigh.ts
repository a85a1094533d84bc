import type { Likeness, NameLikeness } from "./compare-names.ts";
import type { Person } from "./people.ts";
import { oneSpelling, type Reason, reason } from "./reasons.ts";

/** `exact` is proposed for merging, `likely` is for somebody to decide. */
export type MatchClass = "exact" | "likely";

export interface Weight {
  class: MatchClass;
  /** 0 to 1, to put the likeliest first. */
  score: number;
  reasons: Reason[];
}

const ofLikeness: Record<Likeness, number> = {
  "same": 0.6,
  "other-order": 0.57,
  "more-names": 0.5,
  "short-form": 0.5,
  "one-letter": 0.45,
  "initial": 0.4,
  "first-name": 0.3,
};

export interface Around {
  isFull: boolean;
  /** A guest whom both parties have beside these two. */
  company: string | undefined;
  /** How many others could be meant by the names alone. */
  namesakes: number;
}

/** What two people's names, contact and parties say together; undefined: nothing worth a look. */
export function weigh(
  one: Person,
  other: Person,
  name: NameLikeness,
  around: Around,
): Weight | undefined {
  const signs = signsOf(one, other, around);
  const decided = decide(name, signs, around);
  if (!decided) return undefined;
  const given = [
    signs.mail && 0.3,
    signs.phone && 0.25,
    signs.address && 0.2,
    signs.party && 0.2,
    signs.company && 0.15,
  ].map((worth) => worth || 0);
  const score = ofLikeness[name.how] + given.reduce((sum, worth) => sum + worth, 0) -
    signs.against.length * 0.05;
  return {
    class: decided,
    score: Math.round(Math.min(0.99, Math.max(0.05, score)) * 100) / 100,
    reasons: [...name.reasons, ...signs.reasons, ...signs.against],
  };
}

/** Whether there is more to go by than their names. */
export function sharesAnything(one: Person, other: Person): boolean {
  return (one.address !== null && one.address === other.address) ||
    (one.partyName !== null && one.partyName === other.partyName) ||
    one.mails.some((mail) => other.mails.includes(mail)) ||
    one.phones.some((phone) => other.phones.includes(phone));
}

interface Signs {
  mail: boolean;
  phone: boolean;
  address: boolean;
  party: boolean;
  /** The parties' name says more than the guests' own names. */
  partySays: boolean;
  company: boolean;
  reasons: Reason[];
  against: Reason[];
}

function decide(
  { how, reasons }: NameLikeness,
  { mail, phone, address, party, partySays, company, against }: Signs,
  { isFull, namesakes }: Around,
): MatchClass | undefined {
  const reach = mail || phone;
  if (how === "first-name") return reach ? "likely" : undefined;
  const supported = reach || address || party || company;
  if (!supported) return isFull && namesakes <= mostNamesakes[how] ? "likely" : undefined;
  if (reasons.some(({ code }) => code === "generation-differs")) return "likely";
  const differs = against.filter(({ code }) => code !== "age-differs").length;
  switch (how) {
    case "same":
    case "other-order":
      if (reach || address) return "exact";
      // People move together; two households of one name have everything else of their own.
      return (company && (partySays || differs <= 1)) || (partySays && differs === 0)
        ? "exact"
        : "likely";
    case "more-names":
    case "short-form":
      return reach ? "exact" : "likely";
    case "one-letter":
      return mail ? "exact" : "likely";
    case "initial":
      return "likely";
    default:
      return how satisfies never;
  }
}

// A name alone tells something while few have it: two who are called the same, but not forty.
const mostNamesakes: Record<Likeness, number> = {
  "same": 16,
  "other-order": 16,
  "short-form": 4,
  "more-names": 0,
  "one-letter": 0,
  "initial": 0,
  "first-name": 0,
};

function signsOf(one: Person, other: Person, { company }: Around): Signs {
  const mail = shared(one.mails, other.mails);
  const phone = shared(one.phones, other.phones);
  const sameAddress = one.address !== null && one.address === other.address;
  const sameParty = one.partyName !== null && one.partyName === other.partyName;
  return {
    mail: mail !== undefined,
    phone: phone !== undefined,
    address: sameAddress,
    party: sameParty,
    partySays: sameParty && (one.partySays || other.partySays),
    company: company !== undefined,
    reasons: [
      ...mail === undefined ? [] : [reason("same-mail", { mail })],
      ...phone === undefined
        ? []
        : [reason("same-phone", { phone: oneOf(one, other, (person) => phoneOf(person, phone)) })],
      ...sameAddress
        ? [
          reason("same-address", {
            address: oneOf(one, other, ({ party }) => party.address ?? ""),
          }),
        ]
        : [],
      ...sameParty
        ? [reason("same-party", { party: oneOf(one, other, ({ party }) => party.name) })]
        : [],
      ...company === undefined ? [] : [reason("same-company", { name: company })],
    ],
    against: [
      ...differ(one.mails, other.mails) ? [reason("mail-differs")] : [],
      ...differ(one.phones, other.phones) ? [reason("phone-differs")] : [],
      ...one.address !== null && other.address !== null && !sameAddress
        ? [reason("address-differs")]
        : [],
      ...one.guest.age !== other.guest.age
        ? [reason("age-differs", { one: one.guest.age, other: other.guest.age })]
        : [],
    ],
  };
}

function shared(ours: readonly string[], theirs: readonly string[]): string | undefined {
  return ours.filter((value) => theirs.includes(value)).toSorted()[0];
}

function differ(ours: readonly string[], theirs: readonly string[]): boolean {
  return ours.length > 0 && theirs.length > 0 && shared(ours, theirs) === undefined;
}

// As the list spells it, if one of them is on it.
function oneOf(one: Person, other: Person, spelt: (person: Person) => string): string {
  if (one.incoming !== other.incoming) return spelt(one.incoming ? other : one);
  return oneSpelling(spelt(one), spelt(other));
}

function phoneOf(person: Person, key: string): string {
  const written = [person.guest.phone, person.party.phone].find((phone) =>
    phone?.replace(/\D/g, "").endsWith(key)
  );
  return written ?? key;
}
