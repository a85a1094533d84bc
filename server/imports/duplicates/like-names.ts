import { createChains } from "./chains.ts";
import type { NameForm } from "./name-form.ts";
import { mostAlike, type NumberedName, pairAll, type PairNames } from "./numbered-names.ts";
import { pairInitials } from "./pair-initials.ts";
import { pairMisspelt } from "./pair-misspelt.ts";
import { otherForms } from "./word-cache.ts";
import { createNumbers, keyOfWords, keyWithout, type Numbers } from "./word-keys.ts";

/**
 * Pairs of names that may be one, by their places in `forms`, at least one of each pair `wanted`. Each name is looked up
 * under the few keys that the other could have, so the work grows with the list and not with its square.
 */
export function likeNames(
  forms: readonly NameForm[],
  wanted: ReadonlySet<number>,
): [number, number][] {
  const found = new Map<number, [number, number]>();
  const pair: PairNames = (one, other) => {
    if (one === other || !(wanted.has(one) || wanted.has(other))) return;
    const [low, high] = one < other ? [one, other] : [other, one];
    found.set(low * forms.length + high, [low, high]);
  };
  const numbers = createNumbers();
  const names = forms.map((form, at): NumberedName => {
    return { at, form, words: form.spelled.map(numbers.of) };
  });
  // Of the others only those are kept whom one of these looks for.
  const [ours, others] = [true, false].map((is) => names.filter(({ at }) => wanted.has(at) === is));
  if (!ours || !others) return [];
  const variants = createVariants(numbers);
  const variantsOfOurs = ours.map(variants);
  const bySorted = createChains();
  const byJoined = createChains();
  for (const { at, form: { spelled }, words } of ours) {
    bySorted.add(keyOfWords(words), at);
    byJoined.add(spelled.join(""), at);
  }
  for (const keys of variantsOfOurs) keys.forEach(bySorted.expect);
  for (const { at, form: { spelled }, words } of others) {
    bySorted.addKnown(keyOfWords(words), at);
    byJoined.addKnown(spelled.join(""), at);
  }
  for (const groups of [bySorted, byJoined]) {
    // Only generations, particles and word order differ among these, so there are few.
    for (const same of groups.several(mostAlike)) pairAll(same, pair);
  }
  for (const [place, name] of [...ours, ...others].entries()) {
    for (const key of variantsOfOurs[place] ?? variants(name)) {
      for (const other of bySorted.of(key, mostAlike)) pair(name.at, other);
    }
  }
  pairMisspelt(ours, others, pair);
  pairInitials(names, pair);
  return [...found.values()];
}

// The name with a short or full form in place of one word, or with one of three or more words left out.
function createVariants(numbers: Numbers) {
  const known = new Map<string, readonly number[]>();
  // A form that no name has leads to nobody.
  const otherWords = (word: string): readonly number[] => {
    const before = known.get(word);
    if (before) return before;
    const others = otherForms(word).flatMap((other) => numbers.known(other) ?? []);
    known.set(word, others);
    return others;
  };
  return ({ form, words }: NumberedName): (number | string)[] => {
    const keys: (number | string)[] = [];
    for (const [at, { word }] of form.words.entries()) {
      for (const other of otherWords(word)) keys.push(keyOfWords(words.with(at, other)));
    }
    if (words.length < 3) return keys;
    for (const at of words.keys()) keys.push(keyWithout(words, at));
    keys.push(keyOfWords([words[0] ?? 0, words.at(-1) ?? 0]));
    return keys;
  };
}
