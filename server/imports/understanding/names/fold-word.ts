import { foldLetters } from "../../../guests/fold-letters.ts";

/** The letters of a word as they are compared, without points and marks. */
export function foldWord(word: string): string {
  // Most words of most lists have nothing to fold.
  if (/^[A-Za-z]+$/.test(word)) return word.toLowerCase();
  return foldLetters(word).replace(/[^\p{L}-]/gu, "");
}
