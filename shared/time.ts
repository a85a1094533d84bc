import { z } from "zod";

/** An IANA time zone that this runtime knows, such as `Europe/Lisbon`. */
export const zoneSchema = z.string().max(64).refine(
  isZone,
  "an IANA time zone such as Europe/Lisbon",
);

/** A calendar date, `2027-06-12`. */
export const dateSchema = z.iso.date();

/** A wall-clock time without zone, `2027-06-12T14:00`: what an invitation says. */
export const localTimeSchema = z.iso.datetime({ local: true, precision: -1 })
  .refine((time) => !time.endsWith("Z"), "a time without a zone such as 2027-06-12T14:00");

/** A moment, `2027-05-01T23:59:59+01:00` or with `Z`. */
export const instantSchema = z.iso.datetime({ offset: true });

/** A BCP 47 language tag such as `en`, `pt-BR`. */
export const languageSchema = z.string().max(35).refine(isLanguage, "a language tag such as pt-BR");

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    // Offsets such as +01:00 are accepted by Intl, yet say nothing about summer time.
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
