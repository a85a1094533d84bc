import { isUnspaced, type NameWord, readName } from "../../guests/name-words.ts";
import { spellingOf } from "./word-cache.ts";

/** A name as it is compared. Equal `key`: the same name but for case, accents and titles. */
export interface NameForm {
  key: string;
  /** Without "van" and "de", in the order in which they are said. */
  words: NameWord[];
  /** The same words by spelling alone, in order. */
  spelled: string[];
  /** jr, iii; empty: none. */
  generation: string;
  /** Given name and surname, as opposed to "Ana" or "Grandma". */
  isFull: boolean;
}

const generations = new Map(Object.entries({
  ...{ jr: "jr", junior: "jr", jun: "jr", jnr: "jr", ii: "ii", "2nd": "ii" },
  ...{ sr: "sr", senior: "sr", sen: "sr", snr: "sr" },
  ...{ iii: "iii", "3rd": "iii", iv: "iv", "4th": "iv" },
}));

// Most names are two plain words, and need none of the care below.
const plainName = /^[A-Za-z]{1,40} [A-Za-z]{1,40}$/;

/** undefined: there is no letter in it. */
export function formOf(name: string): NameForm | undefined {
  if (!plainName.test(name)) return carefully(name);
  const key = name.toLowerCase();
  const space = key.indexOf(" ");
  const [first, last] = [key.slice(0, space), key.slice(space + 1)];
  if (generations.has(last)) return carefully(name);
  const words = [
    { word: first, group: 0, particle: false, called: false },
    { word: last, group: 1, particle: false, called: false },
  ];
  const spelled = [spellingOf(first), spellingOf(last)];
  return { key, words, spelled, generation: "", isFull: true };
}

function carefully(name: string): NameForm | undefined {
  const all = readName(withoutEmptyBrackets(name));
  const last = generationAtEnd(name);
  const named = all.filter(({ word }, at) => at === 0 || !generations.has(word));
  const telling = named.filter(({ particle }) => !particle);
  const words = telling.length > 0 ? telling : named;
  if (words.length === 0) return undefined;
  const spelled = words.map(({ word }) => spellingOf(word));
  const key = words.map(({ word }) => word).join(" ");
  return {
    key: last ? `${key}|${last}` : key,
    words,
    spelled,
    generation: last,
    isFull: words.length > 1 || (isUnspaced(words) && (words[0]?.word.length ?? 0) > 1),
  };
}

function withoutEmptyBrackets(name: string): string {
  return name.replace(/[([{]\s*[)\]}]/g, " ");
}

// readName leaves it out after two words, so it is looked for in the name itself.
function generationAtEnd(name: string): string {
  if (name.length > 400) return "";
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const found = words.slice(1).map((word) => generations.get(word)).find(Boolean);
  return found ?? "";
}

/** As people write it: a folded word with its capital back. */
export function shown({ word }: NameWord): string {
  const [first = "", ...rest] = word;
  return first.toUpperCase() + rest.join("");
}
