import { english } from "./english.ts";
import { german } from "./german.ts";
import { dutch, french, italian, portuguese } from "./more.ts";
import { spanish } from "./spanish.ts";
import type { HeaderWords, NamedKind } from "./words.ts";

export type Language = "en" | "de" | "es" | "other";

export interface KnownHeader {
  kind: NamedKind;
  language: Language;
}

// Where two languages share a word, the earlier one decides what it means.
const lists: [Language, HeaderWords][] = [
  ["en", english],
  ["de", german],
  ["es", spanish],
  ["other", french],
  ["other", italian],
  ["other", portuguese],
  ["other", dutch],
];

/** What each known header means, folded. */
export const knownHeaders: ReadonlyMap<string, KnownHeader> = readLists();

function readLists(): Map<string, KnownHeader> {
  const known = new Map<string, KnownHeader>();
  for (const [language, words] of lists) {
    for (const kind of kindsOf(words)) {
      for (const header of words[kind]?.split("|") ?? []) {
        if (!known.has(header)) known.set(header, { kind, language });
      }
    }
  }
  return known;
}

function kindsOf(words: HeaderWords): NamedKind[] {
  return Object.keys(english).filter((kind): kind is NamedKind => kind in words);
}
