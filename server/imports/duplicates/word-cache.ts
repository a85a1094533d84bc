import { equivalents, isGivenName, spelling } from "../../guests/nicknames.ts";

// A list of ten thousand has a thousand words: each is looked at once.
const most = 20_000;
const spellings = new Map<string, string>();
const others = new Map<string, readonly string[]>();

/** How `sameSpelling` sees a word. */
export function spellingOf(word: string): string {
  return cached(spellings, word, spelling);
}

/** The other names that the same person may go by, as they are spelled. */
export function otherForms(word: string): readonly string[] {
  return cached(others, word, findOthers);
}

const none: readonly string[] = [];

function findOthers(word: string): readonly string[] {
  // Most words are surnames.
  if (!isGivenName(word)) return none;
  const own = spellingOf(word);
  return [...new Set([...equivalents(word)].map(spellingOf))].filter((other) => other !== own);
}

function cached<Value>(
  cache: Map<string, Value>,
  word: string,
  find: (word: string) => Value,
): Value {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const value = find(word);
  if (cache.size >= most) cache.clear();
  cache.set(word, value);
  return value;
}
