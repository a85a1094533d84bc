import type { ComparedParty } from "./compared.ts";
import type { PartyKeys } from "./contact-keys.ts";
import { withSameReach } from "./same-reach.ts";
import type { GuestPair } from "./match-guests.ts";
import { oneSpelling, type Reason, reason } from "./reasons.ts";
import type { MatchClass } from "./weigh.ts";

export interface PartyPair {
  one: ComparedParty;
  other: ComparedParty;
  class: MatchClass;
  score: number;
  reasons: Reason[];
  /** Who is who, each at most once. */
  guests: GuestPair[];
}

/** Parties that may be one, by their people, and by what they can be reached at. `one` is of the file. */
export function matchParties(
  existing: readonly ComparedParty[],
  incoming: readonly ComparedParty[],
  guests: readonly GuestPair[],
  keys: ReadonlyMap<ComparedParty, PartyKeys>,
): PartyPair[] {
  const between = new Map<string, Between>();
  for (const pair of guests) {
    if (pair.one.party === pair.other.party) continue;
    const turned = !pair.one.incoming ||
      (pair.other.incoming && pair.one.party.key < pair.other.party.key);
    const [one, other] = turned
      ? [pair.other.party, pair.one.party]
      : [pair.one.party, pair.other.party];
    const known = take(between, one, other);
    known.guests.push(pair);
  }
  for (const [one, other] of withSameReach(existing, incoming, keys)) take(between, one, other);
  const ofFile = new Set(incoming);
  return withoutDoubt(
    [...between.values()].map((pair) => judge(pair, keys)),
    (party) => ofFile.has(party),
  );
}

interface Between {
  one: ComparedParty;
  other: ComparedParty;
  guests: GuestPair[];
}

function take(between: Map<string, Between>, one: ComparedParty, other: ComparedParty): Between {
  const key = `${one.key}|${other.key}`;
  const known = between.get(key) ?? { one, other, guests: [] };
  between.set(key, known);
  return known;
}

function judge(
  { one, other, guests }: Between,
  keys: ReadonlyMap<ComparedParty, PartyKeys>,
): PartyPair {
  const [ours, theirs] = [keys.get(one), keys.get(other)];
  const same = (of: "mail" | "phone" | "name") =>
    Boolean(ours?.[of]) && ours?.[of] === theirs?.[of];
  const [mail, phone, name] = [same("mail"), same("phone"), same("name")];
  const who = oneToOne(guests);
  const sure = who.filter((pair) => pair.class === "exact").length;
  const fewer = Math.min(namedIn(one), namedIn(other));
  const emptySame = fewer === 0 && name && (mail || phone);
  const best = Math.max(0, ...who.map(({ score }) => score));
  const covered = fewer === 0 ? 0 : who.length / fewer;
  return {
    one,
    other,
    guests: who,
    class: sure * 2 > fewer && fewer > 0 || emptySame ? "exact" : "likely",
    score: Math.round(
      Math.min(
        0.99,
        0.6 * best * Math.min(1, covered + 0.3) + (mail ? 0.2 : 0) + (phone ? 0.15 : 0) +
          (name ? 0.1 : 0),
      ) * 100,
    ) / 100,
    reasons: [
      ...who.length > 0 ? [reason("same-people", { count: String(who.length) })] : [],
      ...mail ? [reason("same-mail", { mail: oneSpelling(one.mail, other.mail) })] : [],
      ...phone ? [reason("same-phone", { phone: oneSpelling(one.phone, other.phone) })] : [],
      ...name ? [reason("same-party", { party: oneSpelling(one.name, other.name) })] : [],
    ],
  };
}

function namedIn({ guests }: ComparedParty): number {
  return guests.filter(({ name }) => name !== null).length;
}

function oneToOne(pairs: readonly GuestPair[]): GuestPair[] {
  const taken = new Set<string>();
  return pairs.toSorted((a, b) =>
    rank(a) - rank(b) || b.score - a.score || compare(wordsOf(a), wordsOf(b)) ||
    compare(keyOf(a), keyOf(b))
  ).filter(({ one, other }) => {
    if (taken.has(one.guest.key) || taken.has(other.guest.key)) return false;
    taken.add(one.guest.key).add(other.guest.key);
    return true;
  });
}

function rank(pair: GuestPair): number {
  return pair.class === "exact" ? 0 : 1;
}

// Where either could be meant, what is said decides before where it stands.
function wordsOf({ one, other }: GuestPair): string {
  const said = [one, other].map(({ guest: { name, mail, phone } }) =>
    JSON.stringify([name, mail, phone])
  );
  return said.toSorted().join();
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function keyOf({ one, other }: GuestPair): string {
  return `${one.guest.key}|${other.guest.key}`;
}

// A party of the file that could be two of the list is for somebody to decide.
function withoutDoubt(
  pairs: readonly PartyPair[],
  isOfFile: (party: ComparedParty) => boolean,
): PartyPair[] {
  const sure = pairs.filter((pair) => pair.class === "exact" && !isOfFile(pair.other));
  const rivals = [...Map.groupBy(sure, ({ one }) => one).values()].filter(({ length }) =>
    length > 1
  );
  const doubted = new Set(rivals.flat());
  return pairs.map((pair) =>
    doubted.has(pair)
      ? { ...pair, class: "likely", reasons: [...pair.reasons, reason("several-fit")] }
      : pair
  );
}
