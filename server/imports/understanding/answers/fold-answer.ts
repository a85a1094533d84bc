import { foldLetters } from "../../../guests/fold-letters.ts";

const foldedAlready = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/** A cell's answer as it is compared: "Not attending." and "not  attending" are one. */
export function foldAnswer(cell: string): string {
  const low = cell.toLowerCase();
  if (foldedAlready.test(low)) return low;
  // Most cells have nothing to fold, and there are a quarter of a million of them.
  const folded = /^[\x20-\x7e]*$/.test(low)
    ? low.replace(/['`]/g, "").replace(/[^a-z0-9+/]+/g, " ")
    : foldLetters(low).replace(/[^\p{L}\p{M}\p{N}+/]+/gu, " ");
  return folded.trim();
}
