import { isGiven } from "./one-person.ts";
import { isPlaceholder } from "./placeholders.ts";
import { isCourtesy, isSuffix, takeApart } from "./titles.ts";
import { type Part, splitParts } from "./split-parts.ts";

export interface Uncomma {
  parts: Part[];
  orderUnsure: boolean;
}

/** "Smith, Mr. & Mrs. John" as it is said: the last name is of all who follow. */
export function withLastNameBehind(text: string, languages: readonly string[]): string {
  const [, last = "", rest = ""] = /^([^,，،&+;/\n]+)[,，،]\s*(\S.*)$/u.exec(text) ?? [];
  if (!isCourtesy(rest) || /[,，،]/u.test(rest)) return text;
  const people = splitParts(rest, languages);
  const [first] = wordsOf(last);
  if (people.length < 2 || (isGiven(first) && wordsOf(last).length > 1)) return text;
  // "James, Mr. & Mrs. John Doe": they have a last name of their own.
  const namesIn = (part: Part | undefined) => {
    const { words, ranks } = takeApart(part?.text ?? "");
    return words.length - ranks;
  };
  if (isGiven(first) && namesIn(people.at(-1)) > 1) return text;
  // "Mr. John & Mrs. Jane": alone, the first name would be taken for a last one.
  const [one] = people;
  const named = one && namesIn(one) === 1 ? rest.replace(one.text, `${one.text} ${last}`) : rest;
  return `${named} ${last}`;
}

/** Commas between people taken as such, and "Last, First" put in the order in which it is said. */
export function withoutCommas(parts: readonly Part[]): Uncomma {
  if (!parts.some(({ text }) => /[,，،]/u.test(text))) {
    return { parts: [...parts], orderUnsure: false };
  }
  const pieces = parts.map(({ text, plus }) => ({ plus, words: piecesOf(text) }));
  const [first] = pieces;
  const others = pieces.slice(1);
  if (first?.words.length === 2 && others.every(({ words }) => words.length === 1)) {
    return firstHasComma(
      first.words,
      first.plus,
      others.flatMap(({ words, plus }) => oneOf(words, plus)),
    );
  }
  let orderUnsure = false;
  const read = pieces.flatMap(({ words, plus }): Part[] => {
    const [last = "", given = ""] = words;
    if (words.length !== 2 || !isLastFirst(last, given)) return listOf(words, plus);
    orderUnsure ||= isUnsure(last, given);
    return [{ text: `${given} ${last}`, plus }];
  });
  return { parts: read, orderUnsure };
}

// "Smith, John and Jane" is one last name for both; "John, Jane and Tim Smith" is a list.
function firstHasComma([last = "", given = ""]: string[], plus: boolean, others: Part[]): Uncomma {
  const end = others.at(-1)?.text ?? "";
  const list = others.length > 0 && isGiven(last) && (wordsOf(end).length > 1 || isGiven(given));
  if (list || !isLastFirst(last, given)) {
    return { parts: [...listOf([last, given], plus), ...others], orderUnsure: false };
  }
  return {
    parts: [
      { text: `${given} ${last}`, plus },
      ...others.map((other) =>
        isGivenOnly(other.text) ? { ...other, text: `${other.text} ${last}` } : other
      ),
    ],
    orderUnsure: others.length === 0 && isUnsure(last, given),
  };
}

function isGivenOnly(text: string): boolean {
  return wordsOf(text).length === 1 && !isPlaceholder(text) || wordsOf(text).every(isGivenPart);
}

function isLastFirst(last: string, given: string): boolean {
  const [before, after] = [wordsOf(last), wordsOf(given)];
  if (after.length === 1) return before.length < 2 || !isGiven(before[0]);
  if (before.length === 1) return !isGiven(before[0]) || after.slice(1).every(isGivenPart);
  return !isGiven(before[0]) && isGiven(after[0]) && after.slice(1).every(isGivenPart);
}

function isGivenPart(word: string): boolean {
  return isGiven(word) || /^\p{L}\.?$/u.test(word);
}

function isUnsure(last: string, given: string): boolean {
  return isGiven(last) && isGiven(given) && wordsOf(given).length === 1;
}

// A list whose first is a last name and whose others are first names: "Smith, John, Jane, Tim".
function listOf(words: readonly string[], plus: boolean): Part[] {
  const [head = "", ...rest] = words;
  const shared = rest.length > 1 && !isGiven(wordsOf(head)[0]) && wordsOf(head).length === 1 &&
    rest.every((each) => wordsOf(each).length === 1 && isGiven(each));
  const texts = shared ? rest.map((given) => `${given} ${head}`) : words;
  return texts.map((text, at) => ({ text, plus: plus && at === 0 }));
}

function oneOf(words: readonly string[], plus: boolean): Part[] {
  return words.map((text) => ({ text, plus }));
}

// A suffix after a comma belongs to the name before it.
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const piece of text.split(/\s*[,，،]\s*(?![^()]*\))/u).filter(Boolean)) {
    const last = pieces.length - 1;
    const suffix = piece.split(/\s+/u).every(isSuffix);
    if (suffix && last >= 0) pieces[last] = `${pieces[last]} ${piece}`;
    else pieces.push(piece);
  }
  return pieces;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter(Boolean);
}
