import { joinWords, type NameWord } from "./name-words.ts";
import { isGivenName, sameName, sameSpelling } from "./nicknames.ts";
import { isOneEdit } from "./one-edit.ts";

export interface Pair {
  typed: NameWord;
  listed: NameWord;
  how: "same" | "same name" | "misspelt" | "initial";
}

/** Finds for as many typed words as possible a listed word each, no word twice. */
export function pairWords(typed: readonly NameWord[], listed: readonly NameWord[]): Pair[] {
  const pairs = pairSame(typed, listed);
  const leftOf = (words: readonly NameWord[], side: "typed" | "listed") =>
    words.filter((word) => !pairs.some((pair) => pair[side] === word));
  const pairLeft = (
    how: Pair["how"],
    fits: (one: string, other: string) => boolean,
    most: number,
  ) => {
    let left = most;
    for (const one of leftOf(typed, "typed")) {
      const other = leftOf(listed, "listed").find(({ word }) => fits(one.word, word));
      if (other && left-- > 0) pairs.push({ typed: one, listed: other, how });
    }
  };
  const certain = pairs.some(({ how, typed }) => how === "same" && typed.word.length >= 3);
  if (certain) pairLeft("misspelt", isMisspelt, 1);
  pairLeft("initial", isInitialOf, Infinity);
  return pairs;
}

/** Words that the other name writes as one become one: "Anne Marie" for "Annemarie". */
export function joinLike(words: readonly NameWord[], others: readonly NameWord[]): NameWord[] {
  const joined: NameWord[] = [];
  for (let at = 0; at < words.length;) {
    const runs = [3, 2].map((length) => words.slice(at, at + length));
    const run = runs.find((run) =>
      run.length > 1 && others.some(({ word }) =>
        sameSpelling(word, joinWords(run))
      )
    ) ?? words.slice(at, at + 1);
    const [first] = run;
    if (first && run.length > 1) {
      const particle = run.every((part) => part.particle);
      joined.push({ ...first, word: joinWords(run), particle });
    } else if (first) {
      joined.push(first);
    }
    at += run.length;
  }
  return joined;
}

export function isInitial(word: string): boolean {
  return /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]$/u.test(word);
}

// Kuhn's algorithm: a word already taken is given up when its partner can find another.
function pairSame(typed: readonly NameWord[], listed: readonly NameWord[]): Pair[] {
  const partners = new Map<NameWord, NameWord>();
  const take = (one: NameWord, tried: Set<NameWord>): boolean => {
    const fitting = listed.filter((other) => sameName(one.word, other.word));
    const closestFirst = fitting.sort((a, b) =>
      Number(sameSpelling(one.word, b.word)) - Number(sameSpelling(one.word, a.word))
    );
    return closestFirst.some((other) => {
      if (tried.has(other)) return false;
      tried.add(other);
      const partner = partners.get(other);
      if (partner && !take(partner, tried)) return false;
      partners.set(other, one);
      return true;
    });
  };
  for (const one of typed) take(one, new Set());
  return [...partners].map(([other, one]) => ({
    typed: one,
    listed: other,
    how: isInitial(one.word)
      ? "initial"
      : sameSpelling(one.word, other.word)
      ? "same"
      : "same name",
  }));
}

// Frances is not a misspelt Francis, nor Martina a misspelt Martin.
function isMisspelt(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < 6 || !isOneEdit(one, other)) return false;
  const known = [one, other].filter(isGivenName).length;
  const stem = (word: string) => word.replace(/[aeio]$/u, "");
  return known === 0 || (known === 1 && stem(one) !== stem(other));
}

function isInitialOf(one: string, other: string): boolean {
  return (isInitial(one) && other.startsWith(one)) || (isInitial(other) && one.startsWith(other));
}
