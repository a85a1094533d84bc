import { z } from "zod";

// Control characters but tab and newline, halves of characters, and the marks that turn text around on screen.
const unwanted = /(?![\t\n])[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** What a person typed, made safe to store and show: NFC, no control or direction marks, trimmed. */
export function cleanText(typed: string): string {
  return typed.replace(unwanted, "").normalize("NFC").trim();
}

/** One line of text, cleaned, of 1 to `most` characters. */
export function lineSchema(most: number) {
  return z.string().max(most * 4).overwrite((typed) => cleanText(typed).replace(/\s+/g, " "))
    .min(1).max(most);
}

/** Several lines of text, cleaned, of at most `most` characters; may be empty. */
export function proseSchema(most: number) {
  return z.string().max(most * 4).overwrite(cleanText).max(most);
}

/** A mail address as people have it; kept as typed but for spaces around it. */
export const mailSchema = z.string().max(254).overwrite((typed) => typed.trim())
  .check(z.email("a mail address"));

/** A telephone number as typed: digits with the usual marks between. */
export const phoneSchema = z.string().max(40).overwrite((typed) => cleanText(typed))
  .regex(/^\+?[\d\s().\/-]{5,40}$/, "a telephone number");
