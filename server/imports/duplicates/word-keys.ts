/** A number for each different text, from 1: numbers are put together and looked up sooner than texts. */
export function createNumbers() {
  const numbers = new Map<string | number, number>();
  return {
    of(text: string | number): number {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      const number = numbers.size + 1;
      numbers.set(text, number);
      return number;
    },
    /** undefined: nothing has this text. */
    known: (text: string | number): number | undefined => numbers.get(text),
  };
}

export type Numbers = ReturnType<typeof createNumbers>;

// Two of them make one that is exact.
const most = 2 ** 26;

/** One key of two numbers, in this order. */
export function twoInOne(first: number, second: number): number {
  return first * most + second;
}

/** The key of some words in any order, by their numbers. */
export function keyOfWords(words: readonly number[]): number | string {
  const [first = 0, second = 0] = words;
  if (words.length === 1) return first;
  if (words.length > 2) return words.toSorted((one, other) => one - other).join(" ");
  return first < second ? twoInOne(first, second) : twoInOne(second, first);
}

/** The key of the words but one. */
export function keyWithout(words: readonly number[], place: number): number | string {
  return words.length === 2 ? words[1 - place] ?? 0 : keyOfWords(words.toSpliced(place, 1));
}
