// Dates, lists and numbers as a language writes them. Wall-clock times are formatted as they stand on the
// invitation, whatever zone the guest's phone is in.
import type { Allergen, Diet } from "../../shared/kitchen.ts";

export interface Formats {
  lang: string;
  /** "Ana, Leo and Mia" */
  list(items: readonly string[]): string;
  number(number: number): string;
  /** Words of a guest or the couple, as they stand beside others. */
  apart(text: string): string;
  /** "Saturday 12 June 2027" */
  day(local: string): string;
  /** "14:00" */
  time(local: string): string;
  /** The day of an instant, as it is in this zone. */
  dayIn(instant: string, timeZone: string): string;
  /** Day and time of an instant where the guest is. */
  moment(instant: string): string;
  /** A diet or an allergen in mid-sentence, where that is more than to begin with a small letter. */
  inSentence?(word: string, of: Diet | Allergen): string;
  /** Comma and semicolon with the space after them, where they are not the Latin ones. */
  pauses?: readonly [comma: string, semicolon: string];
}

/** What a language writes otherwise than `Intl` does. */
export type OwnFormats = Partial<Omit<Formats, "lang">>;

/** `apart`: keeps a text of the other direction from mixing with its neighbours. */
export function createFormats(
  lang: string,
  own: OwnFormats = {},
  apart = (text: string) => text,
): Formats {
  const day = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
  const time = { hour: "numeric", minute: "2-digit" } as const;
  const format = (date: Date, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(lang, options).format(date);
  const list = new Intl.ListFormat(lang);

  return {
    lang,
    list: (items) => list.format(items.map(apart)),
    apart,
    number: (number) => number.toLocaleString(lang),
    day: (local) => format(wall(local), { ...day, timeZone: "UTC" }),
    time: (local) => format(wall(local), { ...time, timeZone: "UTC" }),
    dayIn: (instant, timeZone) => format(new Date(instant), { ...day, timeZone }),
    moment: (instant) => format(new Date(instant), { ...day, ...time }),
    ...own,
  };
}

/** A wall-clock time as if it were in UTC. */
export function wall(local: string): Date {
  return new Date(local + (local.includes("T") ? "Z" : "T00:00Z"));
}
