import { calendarTitle, hoursOf, wallClock } from "../../shared/calendar-links.ts";
import { placeLine } from "../../shared/directions.ts";
import type { WeddingEvent } from "../../shared/events.ts";
import { contentLine, escapeText } from "./content-line.ts";
import { timeZone } from "./time-zone.ts";

export interface CalendarContents {
  events: readonly WeddingEvent[];
  /** The couple's. */
  names: string;
  /** Where guests read and change what they said. */
  page: string;
  /** The latest change of what is told here: a calendar that has an older one takes this in its place. */
  revision: { number: number; happenedAt: Date };
}

const day = 86_400_000;

/** A calendar file (RFC 5545) with these events. */
export function calendarFile(contents: CalendarContents): string {
  const timed = contents.events.map((event) => ({ event, ...hoursOf(event) }));
  const zones = [...Map.groupBy(timed, ({ event }) => event.zone)];
  return [
    contentLine("BEGIN", "VCALENDAR"),
    contentLine("VERSION", "2.0"),
    contentLine("PRODID", "-//wedding-rsvp//Calendar//EN"),
    ...zones.map(([zone, timed]) =>
      timeZone(zone, timed.flatMap(({ start, end }) => [start, end]))
    ),
    ...timed.flatMap((event) => entry(contents, event)),
    contentLine("END", "VCALENDAR"),
  ].join("");
}

function entry(
  { names, page, revision }: CalendarContents,
  { event, start, end }: { event: WeddingEvent; start: number; end: number },
): string[] {
  const place = placeLine(event.place);
  const changed = utc(revision.happenedAt.getTime());
  const about = [event.about, page].filter(Boolean).join("\n\n");
  return [
    contentLine("BEGIN", "VEVENT"),
    contentLine("UID", event.id),
    contentLine("SEQUENCE", `${revision.number}`),
    contentLine("DTSTAMP", changed),
    contentLine("LAST-MODIFIED", changed),
    moment("DTSTART", start, event.zone),
    moment("DTEND", end, event.zone),
    contentLine("SUMMARY", escapeText(calendarTitle(event, names))),
    ...(place ? [contentLine("LOCATION", escapeText(place))] : []),
    contentLine("DESCRIPTION", escapeText(about)),
    contentLine("URL", page),
    contentLine("END", "VEVENT"),
  ];
}

function moment(name: string, at: number, zone: string): string {
  const local = wallClock(at, zone);
  // In an hour that summer time repeats, readers do not agree which of the two is meant.
  if (isRepeated(local, zone)) return contentLine(name, utc(at));
  return contentLine(`${name};TZID=${zone}`, local.replace(/[-:]/g, ""));
}

/** Whether the wall clock shows this time twice: by the clock of the day before, and by that of the day after. */
function isRepeated(local: string, zone: string): boolean {
  const wall = Date.parse(`${local}Z`);
  const moments = [wall - day, wall + day].map((near) => {
    const ahead = Date.parse(`${wallClock(near, zone)}Z`) - near;
    return wall - ahead;
  });
  return new Set(moments.filter((at) => wallClock(at, zone) === local)).size > 1;
}

function utc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}
