import type { Age } from "../../../shared/events.ts";
import { foldAnswer } from "./answers/fold-answer.ts";

const words: Record<Age, string> = {
  adult:
    "adult|adults|a|grown up|erwachsen|erwachsener|erwachsene|adulto|adulta|adulte|volwassen|" +
    "volwassene|senior|teen|teenager|jugendlich|jugendlicher|aikuinen|dorosly|vuxen|voksen|大人|성인",
  child: "child|kid|c|minor|kind|nino|nina|enfant|bambino|bambina|crianca|junior|youth|barn|" +
    "dziecko|lapsi|under 12|child under 12|子供|子ども|아이",
  infant:
    "infant|baby|toddler|newborn|i|saugling|kleinkind|bebe|neonato|peuter|lap child|under 2|under 3",
};
const known = new Map<string, Age>();
for (const age of ["adult", "child", "infant"] as const) {
  for (const word of words[age].split("|")) known.set(word, age);
}

// As caterers count: no plate of their own before three, a child's plate up to twelve.
const firstChild = 3;
const firstAdult = 13;

/** The class of an age: a word in many languages, or years. undefined: neither. */
export function readAge(cell: string): Age | undefined {
  const folded = foldAnswer(cell);
  const word = known.get(folded);
  if (word) return word;
  const [, number = "", unit = ""] =
    /^(?:age |aged )?(\d{1,3})(?: ?(years?|yrs?|yo|y|y o|years? old|jahre?|anos|ans|anni|months?|mos?|mths?|monate|m))?$/
      .exec(folded) ?? [];
  if (number === "" || Number(number) > 120) return undefined;
  const years = /^m/.test(unit) ? Number(number) / 12 : Number(number);
  if (years < firstChild) return "infant";
  return years < firstAdult ? "child" : "adult";
}
