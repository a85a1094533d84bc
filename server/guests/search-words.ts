import { joinedWords, joinWords, type NameWord, readName } from "./name-words.ts";
import { equivalents, spellings } from "./nicknames.ts";
import { isInitial } from "./pair-words.ts";

/**
 * For each typed word the words under which the guest may be stored. Half the guest list would
 * answer to "van" or "J": such words are searched only when there is nothing else.
 */
export function searchWords(typed: string): string[][] {
  const words = readName(typed);
  const telling = words.filter(({ word, particle }) => !particle && !isInitial(word));
  return (telling.length > 0 ? telling : words).map((word) => [
    ...new Set([
      word.word,
      ...equivalents(word.word),
      ...spellings(word.word),
      ...joinedWith(word, words),
    ]),
  ]);
}

// Whoever types "Anne Marie" or "Van den Berg" may be listed as Annemarie or Vandenberg.
function joinedWith(word: NameWord, words: NameWord[]): string[] {
  const runs = words.flatMap((_, at) => [2, 3].map((length) => words.slice(at, at + length)));
  const joined = runs.filter((run) => run.length > 1 && run.includes(word)).map(joinWords);
  return [...joined, ...joinedWords(words)];
}
