import { foldLetters } from "../../guests/fold-letters.ts";

/** A header as it is compared: "E-mail 1 - Value" and "e_mail 1 value" are one. */
export function foldHeader(header: string): string {
  return foldLetters(header)
    .replace(/#/g, " number ")
    .replace(/\+\s*(?=\d|one\b)/g, " plus ")
    .replace(/(?<=\p{L})['](?=s\b)/gu, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}
