// Dates, lists and numbers as a language writes them. Wall-clock times are formatted as they stand on the
// invitation, whatever zone the guest's phone is in.

export type Formats = ReturnType<typeof createFormats>;

export function createFormats(lang: string) {
  const day = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
  const time = { hour: "numeric", minute: "2-digit" } as const;
  const format = (date: Date, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(lang, options).format(date);
  const wall = (local: string) => new Date(local + (local.includes("T") ? "Z" : "T00:00Z"));

  return {
    lang,
    /** "Ana, Leo and Mia" */
    list: (items: string[]) => new Intl.ListFormat(lang, { type: "conjunction" }).format(items),
    number: (number: number) => new Intl.NumberFormat(lang).format(number),
    /** "Saturday 12 June 2027" */
    day: (local: string) => format(wall(local), { ...day, timeZone: "UTC" }),
    /** "14:00" */
    time: (local: string) => format(wall(local), { ...time, timeZone: "UTC" }),
    /** The day of an instant, as it is in this zone. */
    dayIn: (instant: string, timeZone: string) => format(new Date(instant), { ...day, timeZone }),
    /** Day and time of an instant where the guest is. */
    moment: (instant: string) => format(new Date(instant), { ...day, ...time }),
  };
}

/** The city that a zone is named after: `America/New_York` → `New York`. */
export function cityOf(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}
