import { isUnspaced, joinedWords, joinWords, type NameWord, readName } from "./name-words.ts";
import { isGivenName } from "./nicknames.ts";
import { joinLike, type Pair, pairWords } from "./pair-words.ts";

// More words than anyone adds to a name would be trying several names at once.
const mostUnlisted = 3;

const families = new Set(
  "family families fam familie familien familia famille famiglia familia rodzina rodina семья"
    .split(" "),
);
const joiners = new Set(["and", "und", "et", "y", "e", "en", "i", "plus", "with"]);

/**
 * Whether who types this name may be the listed person: at least given name and surname, in any
 * order, with middle names, accents, short forms and one slip of the finger forgiven.
 */
export function matchesName(typed: string, listed: string): boolean {
  const said = personIn(readName(typed));
  const meant = readName(listed);
  if (said.length === 0 || meant.length === 0) return false;
  if (sameWords(said, meant) || sameUnspaced(said, meant)) return true;

  const typedWords = withoutParticles(joinLike(said, meant));
  const listedWords = withoutParticles(joinLike(meant, said));
  const pairs = pairWords(typedWords, listedWords);
  const everyListed = pairs.length === listedWords.length;
  const everyTyped = pairs.length === typedWords.length;
  if (!everyTyped && !(everyListed && typedWords.length - pairs.length <= mostUnlisted)) {
    return false;
  }

  const sure = pairs.filter(({ how }) => how !== "initial");
  if (groupsIn(withoutParticles(meant)) < 2) return everyListed && sure.length > 0;
  const matched = Math.min(
    groupsIn(sure.map(({ typed }) => typed)),
    groupsIn(sure.map(({ listed }) => listed)),
  );
  return matched >= 2 && hasGivenName(sure, listedWords);
}

// "The Smith Family" is not a person; "John Smith and family" names one.
function personIn(words: NameWord[]): NameWord[] {
  const last = words.at(-1)?.word ?? "";
  const before = words.at(-2)?.word ?? "";
  const person = families.has(last) && joiners.has(before) ? words.slice(0, -2) : words;
  return person.some(({ word }) => families.has(word)) ? [] : person;
}

// Two surnames are two words and still nobody in particular.
function hasGivenName(pairs: Pair[], listed: NameWord[]): boolean {
  return pairs.some((pair) =>
    pair.listed.group === listed[0]?.group || pair.listed.called || isGivenName(pair.listed.word)
  );
}

function sameWords(one: NameWord[], other: NameWord[]): boolean {
  const sorted = (words: NameWord[]) => words.map(({ word }) => word).sort().join(" ");
  return one.length === other.length && sorted(one) === sorted(other);
}

function sameUnspaced(one: NameWord[], other: NameWord[]): boolean {
  if (!isUnspaced(one) || !isUnspaced(other)) return false;
  const written = joinedWords(other);
  return joinedWords(one).some((name) => written.includes(name)) ||
    joinWords(one) === joinWords(other);
}

function withoutParticles(words: NameWord[]): NameWord[] {
  return words.filter(({ particle }) => !particle);
}

function groupsIn(words: NameWord[]): number {
  return new Set(words.map(({ group }) => group)).size;
}
