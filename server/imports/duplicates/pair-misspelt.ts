import { isOneEdit } from "../../guests/one-edit.ts";
import { createChains } from "./chains.ts";
import type { NameForm } from "./name-form.ts";
import { mostAlike, type NumberedName, pairAll, type PairNames } from "./numbered-names.ts";
import { createNumbers, keyWithout, twoInOne } from "./word-keys.ts";

const shortest = 6;

/**
 * Pairs names that differ in one slip: it leaves the beginning or the end of a word as it was, and the other words.
 * Short words are too easily others.
 */
export function pairMisspelt(
  ours: readonly NumberedName[],
  others: readonly NumberedName[],
  pair: PairNames,
): void {
  const [rests, ends] = [createNumbers(), createNumbers()];
  const [byStart, byEnd] = [createChains(), createChains()];
  // The long words of all names, and which name each is of.
  const longWords: string[] = [];
  const nameOf: number[] = [];
  for (const { at, form, words } of ours) {
    for (const [place, word] of longWordsOf(form)) {
      const rest = rests.of(keyWithout(words, place));
      byStart.add(twoInOne(rest, ends.of(startOf(word))), longWords.length);
      byEnd.add(twoInOne(rest, ends.of(endOf(word))), longWords.length);
      longWords.push(word);
      nameOf.push(at);
    }
  }
  for (const { at, form, words } of others) {
    for (const [place, word] of longWordsOf(form)) {
      const rest = rests.known(keyWithout(words, place));
      if (rest === undefined) continue;
      byStart.addKnown(twoInOne(rest, ends.known(startOf(word)) ?? 0), longWords.length);
      byEnd.addKnown(twoInOne(rest, ends.known(endOf(word)) ?? 0), longWords.length);
      longWords.push(word);
      nameOf.push(at);
    }
  }
  const pairLike = (one: number, other: number) => {
    if (!isOneEdit(longWords[one] ?? "", longWords[other] ?? "")) return;
    pair(nameOf[one] ?? 0, nameOf[other] ?? 0);
  };
  for (const groups of [byStart, byEnd]) {
    for (const alike of groups.several(mostAlike)) pairAll(alike, pairLike);
  }
}

function longWordsOf({ words }: NameForm): [number, string][] {
  if (words.length < 2) return [];
  return words.flatMap(({ word }, place) => word.length < shortest ? [] : [[place, word]]);
}

function startOf(word: string): string {
  return word.slice(0, 2);
}

function endOf(word: string): string {
  return word.slice(-3);
}
