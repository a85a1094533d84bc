import type { NameForm } from "./name-form.ts";

/** A name, its place among the names, and the numbers of its words as they are spelled. */
export interface NumberedName {
  at: number;
  form: NameForm;
  words: number[];
}

export type PairNames = (one: number, other: number) => void;

// Where more names than this begin or end alike, likeness of spelling tells nothing, and comparing them all would take long.
export const mostAlike = 40;

/** Each of them with each that stands after it. */
export function pairAll(some: readonly number[], pair: PairNames): void {
  for (let first = 0; first < some.length; first += 1) {
    for (let second = first + 1; second < some.length; second += 1) {
      pair(some[first] ?? 0, some[second] ?? 0);
    }
  }
}
