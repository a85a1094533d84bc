import { words as en } from "./en.ts";
import { createFormats, type Formats } from "./formats.ts";
import type { Words } from "./words.ts";

/** Languages beyond English, each in a file of its own that is loaded when a guest needs it. */
const languages: Record<string, () => Promise<{ words: Words }>> = {
  ar: () => import("./ar.ts"),
  cy: () => import("./cy.ts"),
  de: () => import("./de.ts"),
  "en-us": () => import("./en-us.ts"),
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

export interface Language {
  /** As `Intl` wants it: with the region the guest or the page names. */
  tag: string;
  words: Words;
  formats: Formats;
}

const english = (tag: string): Language => ({ tag, words: en, formats: createFormats(tag) });

/** The first wanted language that there are words for; English where a file cannot be had. */
export async function loadLanguage(wanted: readonly string[]): Promise<Language> {
  const tag = chooseTag(wanted, ["en", ...Object.keys(languages)]);
  const load = languages[tag.toLowerCase()] ?? languages[baseOf(tag)];
  if (!load) return english(tag);
  try {
    return { tag, words: (await load()).words, formats: createFormats(tag) };
  } catch {
    return english("en");
  }
}

/** The best tag: the first wanted one whose language there is, with a region if any wish names one. */
export function chooseTag(wanted: readonly string[], known: readonly string[]): string {
  const tag = wanted.find((one) => known.includes(baseOf(one))) ?? "en";
  if (tag.includes("-")) return tag;
  return wanted.find((one) => baseOf(one) === tag && one.includes("-")) ?? tag;
}

export function directionOf(tag: string): "ltr" | "rtl" {
  return ["ar", "he", "fa", "ur"].includes(baseOf(tag)) ? "rtl" : "ltr";
}

function baseOf(tag: string): string {
  return tag.toLowerCase().split("-")[0] ?? tag;
}
