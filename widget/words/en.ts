import { words as first } from "./en-first.ts";
import { words as later } from "./en-later.ts";
import type { Words } from "./words.ts";

/** British English in one piece; the form loads it in two. */
export const words: Words = {
  ...first,
  ...later,
  problems: { ...first.problems, ...later.problems },
};
