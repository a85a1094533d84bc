import { isOneEdit } from "../../guests/one-edit.ts";
import { type KnownHeader, knownHeaders } from "./words/all-words.ts";

const shortestMistyped = 5;
// Too short or too common to be looked for inside of other headers.
const leastWord = 4;

// By their first letter and by their last, of which a mistyped header keeps one.
const byLetter = new Map<string, string[]>();
for (const known of knownHeaders.keys()) {
  if (known.length < shortestMistyped) continue;
  for (const key of [`^${known[0]}`, `${known.at(-1)}$`]) {
    const list = byLetter.get(key) ?? [];
    byLetter.set(key, list);
    list.push(known);
  }
}

/** The known header that a folded one is like: mistyped, or said with more words. */
export function likeHeader(folded: string): KnownHeader | undefined {
  return mistyped(folded) ?? wordier(folded);
}

function mistyped(folded: string): KnownHeader | undefined {
  if (folded.length < shortestMistyped) return undefined;
  const near = [...byLetter.get(`^${folded[0]}`) ?? [], ...byLetter.get(`${folded.at(-1)}$`) ?? []];
  const found = near.find((known) => isOneEdit(known, folded));
  return found === undefined ? undefined : knownHeaders.get(found);
}

// "Guest's e-mail address (private)" is about a mail address. A question is not: it has a verb.
function wordier(folded: string): KnownHeader | undefined {
  const words = folded.split(" ");
  if (words.length > 5 || words.length < 2) return undefined;
  for (let length = words.length - 1; length > 0; length--) {
    for (const from of [words.length - length, 0]) {
      const part = words.slice(from, from + length).join(" ");
      const known = part.length >= leastWord ? knownHeaders.get(part) : undefined;
      if (known && known.kind !== "ignored") return known;
    }
  }
  return undefined;
}
