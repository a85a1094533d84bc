import { isInitial } from "../../guests/pair-words.ts";
import { createChains } from "./chains.ts";
import { mostAlike, type NumberedName, type PairNames } from "./numbered-names.ts";
import { createNumbers, keyWithout, twoInOne } from "./word-keys.ts";

/** Pairs "J. Doe" with "Jane Doe": the other words are the same. */
export function pairInitials(names: readonly NumberedName[], pair: PairNames): void {
  const short = names.filter(({ form }) => form.words.some(({ word }) => isShort(word)));
  if (short.length === 0) return;
  const rests = createNumbers();
  const byInitial = createChains();
  const keysOf = ({ form: { spelled }, words }: NumberedName, of: (word: string) => boolean) =>
    spelled.flatMap((word, at) =>
      of(word) ? twoInOne(rests.of(keyWithout(words, at)), word.codePointAt(0) ?? 0) : []
    );
  for (const name of short) {
    for (const key of keysOf(name, isShort)) byInitial.add(key, name.at);
  }
  for (const name of names) {
    for (const key of keysOf(name, (word) => !isShort(word))) {
      for (const other of byInitial.of(key, mostAlike)) pair(name.at, other);
    }
  }
}

// One letter, which may be two code units: most words need no pattern to say that they are longer.
function isShort(word: string): boolean {
  return word.length <= 2 && isInitial(word);
}
