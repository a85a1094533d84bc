import { isOneEdit } from "../../guests/one-edit.ts";
import { isInitial } from "../../guests/pair-words.ts";
import type { NameForm } from "./name-form.ts";
import { otherForms } from "./word-cache.ts";

// Where more names than this begin or end alike, likeness of spelling tells nothing, and comparing them all would take long.
const mostAlike = 40;

/**
 * Pairs of names that may be one, by their places in `forms`. Each name is looked up under the few keys that the other
 * could have, so the work grows with the list and not with its square.
 */
export function likeNames(forms: readonly NameForm[]): [number, number][] {
  const found = new Map<number, [number, number]>();
  const pair = (one: number, other: number) => {
    if (one === other) return;
    const [low, high] = one < other ? [one, other] : [other, one];
    found.set(low * forms.length + high, [low, high]);
  };
  const bySorted = group(forms, ({ spelled }) => [sortedKey(spelled)]);
  const byJoined = group(forms, ({ spelled }) => [spelled.join("")]);
  for (const same of [...bySorted.values(), ...byJoined.values()]) {
    // Only generations, particles and word order differ among these, so there are few.
    if (same.length <= mostAlike) pairAll(same, pair);
  }
  for (const [at, form] of forms.entries()) {
    for (const key of variants(form)) {
      for (const other of few(bySorted.get(key))) pair(at, other);
    }
  }
  pairMisspelt(forms, pair);
  pairInitials(forms, pair);
  return [...found.values()];
}

function few(places: readonly number[] = []): readonly number[] {
  return places.length <= mostAlike ? places : [];
}

function pairAll(places: readonly number[], pair: (one: number, other: number) => void): void {
  for (const [at, one] of places.entries()) {
    for (const other of places.slice(at + 1)) pair(one, other);
  }
}

// The name with a short or full form in place of one word, or with one of three or more words left out.
function variants({ words, spelled }: NameForm): string[] {
  const keys = words.flatMap(({ word }, at) =>
    otherForms(word).map((other) => sortedKey(spelled.with(at, other)))
  );
  if (spelled.length < 3) return keys;
  const ends = [spelled[0] ?? "", spelled.at(-1) ?? ""];
  return [...keys, ...spelled.map((_, at) => sortedKey(spelled.toSpliced(at, 1))), sortedKey(ends)];
}

// One slip leaves the beginning or the end of a word as it was. Short words are too easily others.
function pairMisspelt(
  forms: readonly NameForm[],
  pair: (one: number, other: number) => void,
): void {
  const alike = new Map<string, { at: number; word: string }[]>();
  for (const [at, { words, spelled }] of forms.entries()) {
    if (words.length < 2) continue;
    for (const [place, { word }] of words.entries()) {
      if (word.length < 6) continue;
      const rest = sortedKey(spelled.toSpliced(place, 1));
      push(alike, `${rest}|${word.slice(0, 2)}`, { at, word });
      push(alike, `${rest}|…${word.slice(-3)}`, { at, word });
    }
  }
  for (const some of alike.values()) {
    if (some.length < 2 || some.length > mostAlike) continue;
    for (const [place, one] of some.entries()) {
      for (const other of some.slice(place + 1)) {
        if (isOneEdit(one.word, other.word)) pair(one.at, other.at);
      }
    }
  }
}

function pairInitials(
  forms: readonly NameForm[],
  pair: (one: number, other: number) => void,
): void {
  const short = forms.flatMap(({ words }, at) =>
    words.some(({ word }) => isInitial(word)) ? at : []
  );
  const byInitial = new Map<string, number[]>();
  for (const at of short) {
    for (const key of initialKeys(forms[at], isInitial)) push(byInitial, key, at);
  }
  if (byInitial.size === 0) return;
  for (const [at, form] of forms.entries()) {
    for (const key of initialKeys(form, (word) => !isInitial(word))) {
      for (const other of few(byInitial.get(key))) pair(at, other);
    }
  }
}

function initialKeys(form: NameForm | undefined, of: (word: string) => boolean): string[] {
  const spelled = form?.spelled ?? [];
  return spelled.flatMap((word, at) =>
    of(word) ? [`${sortedKey(spelled.toSpliced(at, 1))}|${[...word][0]}`] : []
  );
}

function group(
  forms: readonly NameForm[],
  keysOf: (form: NameForm) => readonly string[],
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [at, form] of forms.entries()) {
    for (const key of new Set(keysOf(form))) push(groups, key, at);
  }
  return groups;
}

function push<Thing>(groups: Map<string, Thing[]>, key: string, thing: Thing): void {
  const known = groups.get(key);
  if (known) known.push(thing);
  else groups.set(key, [thing]);
}

function sortedKey(words: readonly string[]): string {
  return words.length === 2 && (words[0] ?? "") <= (words[1] ?? "")
    ? `${words[0]} ${words[1]}`
    : words.toSorted().join(" ");
}
