import type { FoundPerson } from "./found-people.ts";

/**
 * Titles that stand before other people's names: of "Mr. & Mrs. A Last" the name is his, and hers is not known;
 * of "Mr. and Mrs. A and B Last" each has one.
 */
export function withTitles(people: FoundPerson[], alone: readonly string[]): FoundPerson[] {
  const [first, ...others] = people;
  if (alone.length === 0) return onlyTitled(people);
  if (!first) return [];
  const titles = [...alone, ...first.title ? [first.title] : []];
  const untitled = others.filter(({ title }) => title === null).length;
  if (people.length >= titles.length && untitled === others.length) {
    return people.map((person, at) => ({ ...person, title: titles[at] ?? person.title }));
  }
  const family = first.family || first.name;
  const [his = "", ...hers] = titles;
  const known = first.family === "" ? byTitle(his, first.name) : { ...first, title: his };
  return [known, ...hers.map((title) => byTitle(title, family)), ...others];
}

// "Mrs. Last": somebody whose first name the file does not have.
function onlyTitled(people: FoundPerson[]): FoundPerson[] {
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
