import { isGiven } from "./one-person.ts";
import { isPlaceholder } from "./placeholders.ts";
import { isCourtesy } from "./titles.ts";

// Between people in every language. In brackets nothing is taken apart.
const always =
  /\s*[&;＆、・\n]+\s*|\s*\+\s*|\s*\/\s*|\s+(?:and|und|et|plus|og|och|samt|sowie|AND|And|UND|Und|ET)\s+|\s+(?:with|w|mit|con|avec|com|met|WITH|With|MIT|Mit)\s+(?=\S)/gu;
// Between people, and inside of names: Ortega y Gasset, Eça e Queirós.
const sometimes = /\s+(y|e|i|en|ja|ve|a|Y|E)\s+/gu;
const withWord = /^\s+(?:with|w|mit|con|avec|com|met)\s+$/iu;

export interface Part {
  text: string;
  /** A plus stood before it: a number after it counts seats. */
  plus: boolean;
}

/** The people of a cell, each as text: "A & B Last", "A Last + 2", "Ana y Luis García". */
export function splitParts(text: string, languages: readonly string[]): Part[] {
  const masked = maskBrackets(text.replace(/\bw\//giu, "with "));
  const whole = text.replace(/\bw\//giu, "with ");
  const cuts = [
    ...[...masked.matchAll(always)].filter((cut) => isCut(cut, masked)),
    ...[...masked.matchAll(sometimes)].filter((cut) => isBetweenPeople(cut, masked, languages)),
  ].toSorted((one, other) => one.index - other.index);
  const parts: Part[] = [];
  let from = 0;
  let plus = false;
  for (const cut of cuts) {
    if (cut.index < from) continue;
    parts.push({ text: whole.slice(from, cut.index).trim(), plus });
    from = cut.index + cut[0].length;
    plus = /\+|plus/iu.test(cut[0]);
  }
  parts.push({ text: whole.slice(from).trim(), plus });
  return parts.filter((part) => part.text !== "");
}

// "con" and "with" join a guest, and are inside of nothing; but "Maria Con" is a name.
function isCut(cut: RegExpExecArray, masked: string): boolean {
  if (!withWord.test(cut[0])) return true;
  const after = masked.slice(cut.index + cut[0].length);
  return isPlaceholder(after) || /^\d/.test(after) || isGiven(after.split(/\s/u)[0]);
}

function isBetweenPeople(
  cut: RegExpExecArray,
  masked: string,
  languages: readonly string[],
): boolean {
  const word = (cut[1] ?? "").toLowerCase();
  const after = masked.slice(cut.index + cut[0].length);
  if ((isPlaceholder(after) || isCourtesy(after)) && word !== "a") return true;
  // An initial is a capital: Robert E Lee.
  if (cut[1] !== word && masked !== masked.toUpperCase()) return false;
  if (isGiven(after.split(/\s/u)[0])) return word !== "a" || languages.includes("cs");
  const before = masked.slice(0, cut.index).trim();
  return languages.includes(spokenIn[word] ?? "") && !/\s/u.test(before) && /\s/u.test(after);
}

const spokenIn: Record<string, string> = {
  y: "es",
  e: "it",
  i: "pl",
  en: "nl",
  ja: "fi",
  ve: "tr",
  a: "cs",
};

function maskBrackets(text: string): string {
  return text.replace(/[(\[][^()\[\]]*[)\]]/gu, (inside) => "\ue000".repeat(inside.length));
}
