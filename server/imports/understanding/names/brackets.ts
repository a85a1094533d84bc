import type { Age } from "../../../../shared/events.ts";
import { readAge } from "../ages.ts";
import { familyIn } from "./families.ts";
import { isGiven } from "./one-person.ts";
import { readPlaceholder } from "./placeholders.ts";
import { readSize, type Size } from "./sizes.ts";

/** What stands in brackets in a name cell, told apart by what it is. */
export interface Bracketed {
  /** The text without what was understood. */
  rest: string;
  size: Size | null;
  age: Age | null;
  /** "(and guest)", "(+1)": reads as if there were no brackets. */
  along: string | null;
  /** "(John, Jane, Tim)" after a family's name. */
  members: string | null;
  remarks: string[];
}

const brackets = /\s*[(\[]\s*([^()\[\]]*?)\s*[)\]]/gu;

/** Takes the brackets out of a name, but for what the person is called: Robert (Bob) Smith. */
export function takeBrackets(text: string, wholeCell: boolean): Bracketed {
  const taken: Bracketed = {
    rest: text,
    size: null,
    age: null,
    along: null,
    members: null,
    remarks: [],
  };
  if (!/[(\[]/.test(text)) return taken;
  const closed = text.replace(/[(\[][^()\[\]]*$/u, "$&)").replace(/[,;\s]+\)$/u, ")");
  const family = wholeCell && familyIn(closed.replace(brackets, "").trim()) !== undefined;
  taken.rest = closed.replace(brackets, (match: string, inside: string) => {
    if (inside === "") return "";
    return understood(inside, taken, wholeCell, family) ? "" : match;
  }).replace(/\s+/gu, " ").trim();
  return taken;
}

function understood(
  inside: string,
  taken: Bracketed,
  wholeCell: boolean,
  family: boolean,
): boolean {
  const along = /^(?:\+|&|and\b|plus\b|with\b|und\b|mit\b|y\b|con\b|et\b|avec\b)/iu.test(inside);
  if (along || (wholeCell && readPlaceholder(inside)?.kind === "seats" && !readAge(inside))) {
    if (wholeCell) taken.along = along ? inside : `& ${inside}`;
    return wholeCell;
  }
  const bare = /^\d{1,3}$/.test(inside);
  const age = bare ? undefined : readAge(inside);
  // An age belongs to one person, which is seen when the people are apart.
  if (age) {
    if (!wholeCell) taken.age = age;
    return !wholeCell;
  }
  const size = wholeCell ? readSize(inside) : undefined;
  if (size) {
    taken.size = size;
    return true;
  }
  const names = inside.split(/\s*(?:,|&|\band\b|\bund\b|\by\b)\s*/u).filter(Boolean);
  const known = names.filter((name) => isGiven(name.split(/\s/u)[0])).length;
  const short = names.every((name) => /^\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}'’-]*)?$/u.test(name));
  // Of a family's members not every name has to be a usual one.
  const given = known === names.length || (family && short && known * 2 >= names.length);
  if (wholeCell && given && (names.length > 1 || family)) {
    taken.members = inside;
    return true;
  }
  // One word is what somebody is called, or was born as.
  if (/^(?:n[ée]e\s+|geb\.?\s+)?["“„']?\p{L}[\p{L}'’.-]*["”“']?$/u.test(inside)) return false;
  taken.remarks.push(inside);
  return true;
}
