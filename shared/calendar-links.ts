// Pure and free of zod: the element shows these links, and the server's calendar file tells the same moments.
import { address, placeLine } from "./directions.ts";
import type { WeddingEvent } from "./events.ts";

/** What a calendar is told of an event. */
export type CalendarEvent = Pick<
  WeddingEvent,
  "name" | "startsAt" | "endsAt" | "zone" | "place" | "about"
>;

/** What the wall clock in a zone shows at a moment: `2027-06-12T14:00:00`. */
export function wallClock(moment: number, zone: string): string {
  // Swedes write their dates as ISO 8601 does.
  return new Date(moment).toLocaleString("sv", { timeZone: zone }).replace(" ", "T").padStart(
    19,
    "0",
  );
}

/**
 * The moment at which the wall clock in a zone shows this time. Of an hour that summer time repeats it is the first;
 * a time that summer time skips is read by the clock before the change, as calendars do (RFC 5545, 3.3.5).
 */
export function instantOf(local: string, zone: string): number {
  const wall = Date.parse(`${local}Z`);
  const ahead = (moment: number) => Date.parse(`${wallClock(moment, zone)}Z`) - moment;
  // No zone is a day away from UTC: these two lie on both sides of the moment.
  const before = wall - ahead(wall - 86_400_000);
  const after = wall - ahead(wall + 86_400_000);
  return before + ahead(before) !== wall && after + ahead(after) === wall ? after : before;
}

/**
 * From when to when an event is. Without an end it takes two hours: an entry of no length is a hairline that reminds
 * nobody, and a calendar's own half hour would show the guest as free in the middle of dinner.
 */
export function hoursOf({ startsAt, endsAt, zone }: CalendarEvent): { start: number; end: number } {
  const start = instantOf(startsAt, zone);
  const end = endsAt ? instantOf(endsAt, zone) : 0;
  return { start, end: end > start ? end : start + 7_200_000 };
}

/** What the entry is called: a calendar has many dinners. */
export function calendarTitle({ name }: Pick<CalendarEvent, "name">, names: string): string {
  return `${names} – ${name}`;
}

/** Opens Google Calendar with the event filled in. `names` are the couple's. Undefined in a browser that does not know the zone. */
export function googleCalendarLink(event: CalendarEvent, names: string): string | undefined {
  return composed(
    event,
    (start, end) =>
      address("https://calendar.google.com/calendar/render?action=TEMPLATE", {
        text: calendarTitle(event, names),
        dates: `${start}/${end}`.replace(/[-:]/g, ""),
        ctz: event.zone,
        location: placeLine(event.place),
        details: event.about,
      }),
  );
}

/** The same for Outlook on the web; people have theirs at home (`live`) or by their work (`office`). */
export function outlookCalendarLink(
  event: CalendarEvent,
  names: string,
  outlook: "live" | "office",
): string | undefined {
  return composed(
    event,
    (start, end) =>
      address(`https://outlook.${outlook}.com/calendar/0/action/compose?rru=addevent`, {
        subject: calendarTitle(event, names),
        startdt: start,
        enddt: end,
        location: placeLine(event.place),
        body: event.about,
      }),
  );
}

function composed(
  event: CalendarEvent,
  compose: (start: string, end: string) => string,
): string | undefined {
  try {
    const { start, end } = hoursOf(event);
    return compose(utc(start), utc(end));
  } catch {
    // Zones get new names (Europe/Kyiv), and old phones never hear of them.
    return undefined;
  }
}

function utc(moment: number): string {
  return `${new Date(moment).toISOString().slice(0, 19)}Z`;
}
