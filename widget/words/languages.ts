import { words as firstEnglish } from "./en-first.ts";
import { createFormats, type Formats, type OwnFormats } from "./formats.ts";
import { loadAgain } from "./load-again.ts";
import type { FirstWords, Words } from "./words.ts";

interface LanguageFile {
  words: Words;
  formats?: OwnFormats;
}

/** Languages beyond English, each in a file of its own that is loaded when a guest needs it. */
const languages: Record<string, () => Promise<LanguageFile>> = {
  ar: () => import("./ar.ts"),
  cy: () => import("./cy.ts"),
  de: () => import("./de.ts"),
  es: () => import("./es.ts"),
  fr: () => import("./fr.ts"),
  he: () => import("./he.ts"),
  hi: () => import("./hi.ts"),
  it: () => import("./it.ts"),
  ja: () => import("./ja.ts"),
  nl: () => import("./nl.ts"),
  pl: () => import("./pl.ts"),
  pt: () => import("./pt.ts"),
  zh: () => import("./zh.ts"),
};
const known = ["en", ...Object.keys(languages)];

export interface Language<Said = Words> {
  /** As `Intl` wants it: with the region the guest or the page names. */
  tag: string;
  words: Said;
  formats: Formats;
}

/** What the first step says in the first wanted language that there are words for; English is always here. */
export async function loadFirst(wanted: readonly string[]): Promise<Language<FirstWords>> {
  const tag = chooseTag(wanted);
  return await loadOther(tag) ?? speak(englishOf(tag), firstEnglish);
}

/** All that the form says. Rejects when the line stays away. */
export async function loadLanguage(wanted: readonly string[]): Promise<Language> {
  const tag = chooseTag(wanted);
  const language = await loadOther(tag) ?? await loadAgain(() => loadEnglish(tag), 10);
  if (!language) throw new Error("Cannot load any language: the line stays away");
  return language;
}

async function loadOther(tag: string): Promise<Language | null> {
  const load = languages[baseOf(tag)];
  if (!load) return null;
  const files = await loadAgain(() => Promise.all([load(), import("./isolate.ts")]), 3);
  return files && speak(tag, files[0].words, files[0].formats, files[1]);
}

/** Beside the steps, all files at once: no round trip stands after another. */
async function loadEnglish(wish: string): Promise<Language> {
  const tag = englishOf(wish);
  const [british, isolation, american] = await Promise.all([
    import("./en-later.ts"),
    import("./isolate.ts"),
    /^en-us\b/i.test(tag) ? import("./en-us.ts") : null,
  ]);
  const later = american ? american.americanise(british.words) : british.words;
  const problems = { ...firstEnglish.problems, ...later.problems };
  return speak(tag, { ...firstEnglish, ...later, problems }, {}, isolation);
}

/** `isolation`: keeps names of the other direction apart. */
function speak<Said extends object>(
  wish: string,
  words: Said,
  own?: OwnFormats,
  isolation?: typeof import("./isolate.ts"),
): Language<Said> {
  const tag = validTag(wish);
  if (!isolation) return { tag, words, formats: createFormats(tag) };
  const { isolate, isolating } = isolation;
  const formats = createFormats(tag, own, (text) => isolate(text, tag));
  return { tag, words: isolating(words, tag), formats };
}

function englishOf(tag: string): string {
  return baseOf(tag) === "en" ? tag : "en";
}

/** What stands in a page's `lang` is not always a tag; `Intl` would throw. */
function validTag(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? "en";
  } catch {
    return baseOf(tag);
  }
}

/** The best tag: the first wanted one whose language there is, with the guest's region where no other is named. */
export function chooseTag(
  wanted: readonly string[],
  asked: readonly string[] = wanted,
): string {
  const tag = wanted.find((one) => known.includes(baseOf(one))) ?? "en";
  if (tag.includes("-")) return tag;
  return asked.find((one) => baseOf(one) === tag && one.includes("-")) ?? tag;
}

export function baseOf(tag: string): string {
  return tag.toLowerCase().replace(/[-_].*/, "");
}
