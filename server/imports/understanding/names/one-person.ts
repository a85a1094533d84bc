import { isGivenName } from "../../../guests/nicknames.ts";
import { foldWord } from "./fold-word.ts";
import type { FoundPerson } from "./found-people.ts";
import { takeApart } from "./titles.ts";

const particles = new Set(
  ("van von vom zu zum zur der den dem de des del della dello degli dei di da das do dos du la le les " +
    "lo los las al el ul ibn bin bint ben bat abu af av ap mac mc st saint san santa ter ten te tot op " +
    "nee geb y").split(" "),
);
// Second halves of double names, which are surnames of nobody.
const secondHalves = new Set(
  "ann anne lou jo beth jane grace rose kate mae marie maria jean lynn sue ellen kay elizabeth"
    .split(" "),
);

/** A part of a cell as one person. */
export function onePerson(part: string): FoundPerson {
  const { title, words, ranks, suffix } = takeApart(part);
  const name = [...words, ...suffix ? [suffix] : []].join(" ");
  return { name, family: familyOf(words.slice(ranks)), title, age: null, firstMissing: false };
}

/** Whether the part is a title and nothing else: "Mr." of "Mr. & Mrs. Last". */
export function isTitleAlone(part: string): boolean {
  const { title, words, ranks } = takeApart(part);
  return words.length === ranks && (title !== null || ranks > 0);
}

/** First names without a last name: "Jane", "Mary Ann". */
export function isFirstOnly(part: string): boolean {
  const { words, ranks } = takeApart(part);
  const names = words.slice(ranks);
  if (names.length === 1) return ranks === 0 || isGiven(names[0]);
  const [first = "", second = ""] = names.map(foldWord);
  return names.length === 2 && isGivenName(first) && secondHalves.has(second);
}

export function isGiven(word: string | undefined): boolean {
  return isGivenName(foldWord(word ?? ""));
}

// What follows the first names and initials, from the first particle on where there is one.
function familyOf(words: readonly string[]): string {
  if (words.length < 2) return "";
  const particle = words.findIndex((word, at) =>
    at > 0 && at < words.length - 1 && particles.has(foldWord(word))
  );
  if (particle > 0) return words.slice(words[particle] === "y" ? particle - 1 : particle).join(" ");
  let from = 1;
  while (from < words.length - 1 && isPartOfFirst(words[from] ?? "")) from++;
  return words.slice(from).join(" ");
}

function isPartOfFirst(word: string): boolean {
  return /^\p{L}\.?$/u.test(word) || /^["“„(]/u.test(word) || isGiven(word);
}
