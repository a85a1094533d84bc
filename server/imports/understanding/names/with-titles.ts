import type { FoundPerson } from "./found-people.ts";
import { isGiven } from "./one-person.ts";
import { takeApart } from "./titles.ts";

/** Somebody of a cell, or a title that stands alone. */
export type Named = FoundPerson | string;

/**
 * Titles that stand before other people's names: of "Mr. & Mrs. A Last" the name is his, and hers is not known;
 * of "Mr. and Mrs. A and B Last" each has one; of "A Last und Frau" she comes with the one before.
 */
export function withTitles(named: readonly Named[]): FoundPerson[] {
  const all: FoundPerson[] = [];
  let titles: string[] = [];
  let people: FoundPerson[] = [];
  const close = () => {
    all.push(...ofTitles(titles, people));
    [titles, people] = [[], []];
  };
  for (const item of named) {
    if (typeof item !== "string") people.push(item);
    else {
      if (people.length > 0) close();
      titles.push(item);
    }
  }
  if (people.length > 0) close();
  const last = all.at(-1);
  return last ? [...all, ...titles.map((title) => byTitle(title, nameOf(last)))] : all;
}

function ofTitles(alone: readonly string[], people: readonly FoundPerson[]): FoundPerson[] {
  const [first, second] = people;
  if (alone.length === 0 || !first) return onlyTitled(people);
  const others = people.slice(1);
  const own = first.title ?? rankOf(first);
  const titles = [...alone, ...own ? [own] : []];
  const untitled = others.every(({ title }) => title === null);
  // A name of its own, or a first name like the first: else whoever follows is no one's other half.
  const isCouple = second !== undefined &&
    (second.family !== "" || (first.family === "" && isGiven(first.name)));
  if (titles.length === 1) return [{ ...first, title: alone[0] ?? first.title }, ...others];
  if (people.length >= titles.length && untitled && isCouple) {
    return people.map((person, at) => ({ ...person, title: titles[at] ?? person.title }));
  }
  const family = nameOf(first);
  // The name stands with its own rank: "Mr. and Dr. A Last".
  if (first.title === null && own) {
    const known = first.family === "" ? byTitle(own, family) : first;
    return [known, ...alone.map((title) => byTitle(title, family)), ...others];
  }
  const [his = "", ...hers] = titles;
  const known = first.family === "" ? byTitle(his, family) : { ...first, title: his };
  return [known, ...hers.map((title) => byTitle(title, family)), ...others];
}

function nameOf({ family, name }: FoundPerson): string {
  const { words, ranks } = takeApart(name);
  return family || words.slice(ranks).join(" ") || name;
}

function rankOf({ name }: FoundPerson): string | null {
  const { words, ranks } = takeApart(name);
  return words.slice(0, ranks).join(" ") || null;
}

// "Mrs. Last": somebody whose first name the file does not have.
function onlyTitled(people: readonly FoundPerson[]): FoundPerson[] {
  return people.map((person) =>
    person.title && person.family === "" && !/\s/u.test(person.name) && isSurnameTitle(person.title)
      ? byTitle(person.title, person.name)
      : person
  );
}

function isSurnameTitle(title: string): boolean {
  return /^(mr|mrs|ms|herr|frau|monsieur|madame|mme|m|sr|sra|signor|signora|meneer|mevrouw)\.?$/iu
    .test(title);
}

function byTitle(title: string, family: string): FoundPerson {
  return { name: `${title} ${family}`, family, title, age: null, firstMissing: true };
}
