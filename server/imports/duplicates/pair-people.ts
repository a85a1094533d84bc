import { compareNames, type NameLikeness } from "./compare-names.ts";
import { likeNames } from "./like-names.ts";
import type { NameForm } from "./name-form.ts";
import type { People, Person } from "./people.ts";

export interface Pair {
  one: Person;
  other: Person;
  name: NameLikeness;
  /** In how many ways people of these two names could be paired. */
  namesakes: number;
}

// Of names that more people have, only those are paired who share something else.
const mostNamesakes = 16;
const mostSharing = 60;

/** People of different parties whose names are alike, at least one of them of the file; no pair twice. */
export function pairPeople({ people, names }: People): Pair[] {
  const { several, of } = byName(people);
  const found = new Set<number>();
  const pairs: Pair[] = [];
  const add = (one: Person, other: Person, name: NameLikeness, namesakes: number) => {
    if (!isPair(one, other)) return;
    const size = found.size;
    const [low, high] = one.at < other.at ? [one.at, other.at] : [other.at, one.at];
    if (found.add(low * people.length + high).size === size) return;
    const [first, second] = one.guest.key < other.guest.key ? [one, other] : [other, one];
    pairs.push({ one: first, other: second, name, namesakes });
  };
  const addAll = (ours: readonly Person[], theirs: readonly Person[], name: NameLikeness) => {
    const namesakes = pairsIn(ours, theirs);
    const wanted = namesakes <= mostNamesakes ? product(ours, theirs) : sharing(ours, theirs);
    for (const [one, other] of wanted) add(one, other, name, namesakes);
  };

  const inFile = new Set(people.filter(({ incoming }) => incoming).map(({ name }) => name));
  for (const [at, same] of several) {
    const form = names[at];
    const name = form && inFile.has(at) ? compareNames(form, form) : undefined;
    if (name) addAll(same, same, name);
  }
  for (const [one, other] of likeNames(names, inFile)) {
    const name = compareForms(names, one, other);
    if (name) addAll(of(one), of(other), name);
  }
  for (const [one, other] of sharing(people, people, reachOf)) {
    // Most who share a number are of one party: their names need no look.
    if (one.name === other.name || !isPair(one, other)) continue;
    const name = compareForms(names, one.name, other.name);
    if (name) add(one, other, name, Infinity);
  }
  return pairs;
}

// Most names are one person's: these need no array.
function byName(people: readonly Person[]) {
  const first = new Map<number, Person>();
  const several = new Map<number, Person[]>();
  for (const person of people) {
    const before = first.get(person.name);
    const known = several.get(person.name);
    if (!before) first.set(person.name, person);
    else if (known) known.push(person);
    else several.set(person.name, [before, person]);
  }
  return {
    several,
    of(name: number): Person[] {
      const only = first.get(name);
      return several.get(name) ?? (only ? [only] : []);
    },
  };
}

function isPair(one: Person, other: Person): boolean {
  return one.party !== other.party && (one.incoming || other.incoming);
}

// In how many ways one of the file could be one of the others.
function pairsIn(ours: readonly Person[], theirs: readonly Person[]): number {
  const listed = (people: readonly Person[]) =>
    people.reduce((sum, { incoming }) => incoming ? sum : sum + 1, 0);
  const ofAll = (one: number, other: number) => ours === theirs ? one * (one - 1) / 2 : one * other;
  return ofAll(ours.length, theirs.length) - ofAll(listed(ours), listed(theirs));
}

function compareForms(
  names: readonly NameForm[],
  one: number,
  other: number,
): NameLikeness | undefined {
  const [first, second] = [names[one], names[other]];
  return first && second && compareNames(first, second);
}

function* product(ours: readonly Person[], theirs: readonly Person[]): Generator<[Person, Person]> {
  for (const [at, one] of ours.entries()) {
    for (const other of ours === theirs ? ours.slice(at + 1) : theirs) yield [one, other];
  }
}

// Those of both lists who have a mail address, a number, an address or a party's name in common.
function* sharing(
  ours: readonly Person[],
  theirs: readonly Person[],
  keysOf: (person: Person) => readonly string[] = evidenceOf,
): Generator<[Person, Person]> {
  // By what the file has not, nobody is paired.
  const ofFile = new Set<string>();
  for (const people of ours === theirs ? [ours] : [ours, theirs]) {
    for (const person of people) {
      if (person.incoming) { for (const key of keysOf(person)) ofFile.add(key); }
    }
  }
  const holders = (people: readonly Person[]) => {
    const found = new Map<string, Person[]>();
    for (const person of people) {
      for (const key of keysOf(person)) {
        if (!ofFile.has(key)) continue;
        const known = found.get(key);
        if (known) known.push(person);
        else found.set(key, [person]);
      }
    }
    return found;
  };
  const left = holders(ours);
  const right = ours === theirs ? left : holders(theirs);
  for (const [key, some] of left) {
    const others = right.get(key) ?? [];
    if (some.length > mostSharing || others.length > mostSharing) continue;
    yield* product(some, left === right ? some : others);
  }
}

function reachOf({ mails, phones }: Person): readonly string[] {
  // One has an @, the other digits: they do not meet.
  return phones.length === 0 ? mails : mails.length === 0 ? phones : [...mails, ...phones];
}

function evidenceOf(person: Person): string[] {
  const { address, partyName } = person;
  return [
    ...reachOf(person),
    ...address === null ? [] : [`a ${address}`],
    ...partyName === null ? [] : [`n ${partyName}`],
  ];
}
