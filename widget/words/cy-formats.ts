// Browsers' `Intl` does not know Welsh and would write dates as the browser's own language does.
import { createFormats, type OwnFormats, wall } from "./formats.ts";
import { isolate } from "./isolate.ts";

const days = ["Sul", "Llun", "Mawrth", "Mercher", "Iau", "Gwener", "Sadwrn"];
const months = [
  ...["Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin"],
  ...["Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"],
];

// Figures and times of day are written as in Britain.
const british = createFormats("en-GB", {}, (text) => isolate(text, "cy"));

export const formats: OwnFormats = {
  list: (items) => {
    const told = items.map(british.apart);
    const last = told.pop() ?? "";
    return told.length ? `${told.join(", ")} ${and(last)} ${last}` : last;
  },
  number: british.number,
  time: british.time,
  day: (local) => dayOf(wall(local)),
  dayIn: (instant, timeZone) => dayOf(onCalendar(new Date(instant), timeZone)),
  moment: (instant) => {
    const here = onCalendar(new Date(instant));
    return `${dayOf(here)} am ${british.time(here.toISOString().slice(0, 16))}`;
  },
};

/** "Dydd Sadwrn, 12 Mehefin 2027", of a date as it stands in UTC. */
function dayOf(date: Date): string {
  const day = `Dydd ${days[date.getUTCDay()]}`;
  return `${day}, ${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** What calendar and clock of a zone, or of this device, show at an instant, as if they were UTC's. */
function onCalendar(instant: Date, timeZone?: string): Date {
  const shown = new Intl.DateTimeFormat("en-GB", {
    ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" },
    ...timeZone && { timeZone },
  }).formatToParts(instant);
  const part = (type: string) => shown.find((one) => one.type === type)?.value ?? "";
  return wall(
    `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`,
  );
}

/** "a" before a consonant, "ac" before a vowel, which w and y are too. */
function and(next: string): string {
  return /^[aeiouwy]/i.test(next.normalize("NFD")) ? "ac" : "a";
}
