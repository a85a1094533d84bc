import { likenesses } from "./compare-names.ts";
import type { ComparedParty } from "./compared.ts";
import { type Pair, pairPeople } from "./pair-people.ts";
import type { People, Person } from "./people.ts";
import { type Reason, reason } from "./reasons.ts";
import { type MatchClass, sharesAnything, weigh } from "./weigh.ts";
import { withoutRivals } from "./without-rivals.ts";

export interface GuestPair {
  one: Person;
  other: Person;
  class: MatchClass;
  score: number;
  reasons: Reason[];
}

/** Guests of different parties who may be one person. */
export function matchGuests(people: People): GuestPair[] {
  const pairs = pairPeople(people);
  const companyOf = inCompany(pairs);
  const found: GuestPair[] = [];
  const byNameAlone: Pair[] = [];
  const weighed = (pair: Pair, company: string | undefined) => {
    const { one, other, name, namesakes } = pair;
    const isFull = people.names[one.name]?.isFull === true &&
      people.names[other.name]?.isFull === true;
    const weight = weigh(one, other, name, { isFull, namesakes, company });
    if (weight) found.push({ one, other, ...weight });
  };
  for (const pair of pairs) {
    const company = companyOf(pair);
    if (company !== undefined || sharesAnything(pair.one, pair.other)) weighed(pair, company);
    else byNameAlone.push(pair);
  }
  // Of somebody who is known already, namesakes are other people.
  const settled = new Set(
    found.filter((pair) => pair.class === "exact" && pair.one.incoming !== pair.other.incoming)
      .flatMap(({ one, other }) => [one, other]),
  );
  for (const pair of byNameAlone) {
    if (!settled.has(pair.one) && !settled.has(pair.other)) weighed(pair, undefined);
  }
  return withoutRivals([...found, ...sameParty(people)]);
}

// Whom else both parties have: two couples of the same names are hardly two couples.
function inCompany(pairs: readonly Pair[]) {
  const between = new Map<ComparedParty, Map<ComparedParty, Pair[]>>();
  for (const pair of pairs) {
    if (likenesses.indexOf(pair.name.how) >= likenesses.indexOf("initial")) continue;
    const { one: { party }, other: { party: another } } = pair;
    const ofOne = between.get(party) ?? new Map<ComparedParty, Pair[]>();
    if (ofOne.size === 0) between.set(party, ofOne);
    const known = ofOne.get(another);
    if (known) known.push(pair);
    else ofOne.set(another, [pair]);
  }
  const sorted = new Set<Pair[]>();
  return ({ one, other }: Pair): string | undefined => {
    const around = between.get(one.party)?.get(other.party);
    if (!around || around.length < 2) return undefined;
    if (!sorted.has(around)) sorted.add(around.sort((a, b) => nameOf(a) < nameOf(b) ? -1 : 1));
    const company = around.find((pair) => pair.one !== one && pair.other !== other);
    return company && nameOf(company);
  };
}

// As the file calls them; of two entries of the file it makes no difference which comes first.
function nameOf({ one, other }: Pair): string {
  const [ours, theirs] = [one.guest.name ?? "", other.guest.name ?? ""];
  if (one.incoming !== other.incoming) return one.incoming ? ours : theirs;
  return ours < theirs ? ours : theirs;
}

// A row that is in the file twice is one party with the same name twice; so are a father and his son.
function sameParty({ people, names }: People): GuestPair[] {
  return [...ofOneName(people)].flatMap((some) => {
    const [first, ...more] = some.toSorted(byKey);
    const form = first && names[first.name];
    if (!first || !form?.isFull) return [];
    return more.map((other): GuestPair => {
      const mail = sameOwn(first.guest.mail, other.guest.mail);
      const phone = sameOwn(first.guest.phone, other.guest.phone);
      return {
        one: first,
        other,
        class: mail || phone ? "exact" : "likely",
        score: mail || phone ? 0.95 : 0.7,
        reasons: [
          reason("same-name", { name: first.guest.name ?? "" }),
          reason("same-party", { party: first.party.name }),
          ...mail ? [reason("same-mail", { mail: first.guest.mail ?? "" })] : [],
          ...phone ? [reason("same-phone", { phone: first.guest.phone ?? "" })] : [],
        ],
      };
    });
  });
}

// People of one party stand together.
function* ofOneName(people: readonly Person[]): Generator<Person[]> {
  for (let [start, end] = [0, 0]; start < people.length; start = end) {
    const party = people[start]?.party;
    while (end < people.length && people[end]?.party === party) end += 1;
    if (end - start < 2 || !people[start]?.incoming) continue;
    const together = people.slice(start, end);
    if (new Set(together.map(({ name }) => name)).size === together.length) continue;
    yield* Map.groupBy(together, ({ name }) => name).values();
  }
}

function sameOwn(one: string | null, other: string | null): boolean {
  return one !== null && one === other;
}

function byKey(one: Person, other: Person): number {
  return one.guest.key < other.guest.key ? -1 : 1;
}
