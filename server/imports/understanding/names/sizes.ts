import { foldAnswer } from "../answers/fold-answer.ts";
import { readNumber } from "./numbers.ts";

const unit =
  "people|persons|person|guests|guest|pax|pers|adults|adult|seats|total|in total|in all|ppl|members|" +
  "personen|gaste|erwachsene|personas|invitados|personnes|invites|persone|pessoas|invited|of us|p";
const kids = "kids|kid|children|child|kinder|kind|ninos|enfants|bambini|criancas|babies|infants";
const whole = new RegExp(`^(?:x ?|party of |family of |fam )?(\\w+)(?: (?:${unit}))?$`);
const mixed = new RegExp(
  `^(\\w+) (?:adults?|erwachsene|adultos|adultes|adulti|grown ups)(?: (?:and|und|y|et|e))? ?\\+? ?(\\w+) (?:${kids})$`,
);

export interface Size {
  total: number;
  children: number;
}

/** What brackets say of how many there are: "(5)", "(5 people)", "(2 adults, 3 kids)". */
export function readSize(text: string): Size | undefined {
  if (text.length > 60) return undefined;
  const folded = foldAnswer(text);
  const [, adults = "", children = ""] = mixed.exec(folded) ?? [];
  const [grown, small] = [readNumber(adults), readNumber(children)];
  if (grown !== undefined && small !== undefined) return { total: grown + small, children: small };
  const total = readNumber(whole.exec(folded)?.[1] ?? "");
  return total && /\d|people|party|family|seats|personen|personas|guests/.test(folded)
    ? { total, children: 0 }
    : undefined;
}

const trailing =
  /^(?<rest>.*\S)\s*(?:[-–—,:]\s*|\s)(?<size>party of \w+|family of \w+|[x×]\s?\d{1,2}|\d{1,2}\s+(?:people|persons|guests|pax|personen|pers\.?|gäste|personas|invitados|personnes|persone|pessoas|adults?|seats))$/iu;

const bare = /^(?<rest>.*\p{L}\S*)\s*(?:\s[-–—]\s*|[,:]\s*)(?<size>\d{1,2})$/u;

/** A size that stands after the name without brackets: "Smith x5", "Smith, party of 4", "Smith family - 4". */
export function trailingSize(text: string): { rest: string; size: Size } | undefined {
  if (!/\d|party|family/i.test(text) || text.length > 200) return undefined;
  const { rest, size } = (trailing.exec(text) ?? bare.exec(text))?.groups ?? {};
  const read = size === undefined ? undefined : readSize(size.replace("×", "x"));
  return rest && read ? { rest, size: read } : undefined;
}
