import assert from "node:assert/strict";
import fc from "fast-check";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import type { WeddingEvent } from "../../shared/events.ts";
import { calendarFile } from "./calendar-file.ts";

const page = "https://ours.example/rsvp";
const revision = { number: 7, happenedAt: new Date("2027-01-02T03:04:05Z") };

function anEvent(overrides: Partial<WeddingEvent> = {}): WeddingEvent {
  return {
    id: "event_dinner",
    name: "Dinner",
    startsAt: "2027-06-12T18:00",
    zone: "Europe/Lisbon",
    courses: [],
    ...overrides,
  };
}

function fileOf(events: WeddingEvent[], names = "Emma & James"): string {
  return calendarFile({ events, names, page, revision });
}

interface Entry {
  uid: string;
  start: number;
  end: number;
  summary: string;
  location: string | undefined;
  description: string;
}

/** As Thunderbird reads it: the zones are those that the file describes. */
function byIcalJs(file: string): Entry[] {
  const calendar = new ICAL.Component(ICAL.parse(file));
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      start: event.startDate.toUnixTime() * 1000,
      end: event.endDate.toUnixTime() * 1000,
      summary: event.summary,
      location: event.location ?? undefined,
      description: event.description,
    };
  });
}

/** As most servers read it: the zones are those that the reader knows by name. */
function byNodeIcal(file: string): Entry[] {
  return Object.values(nodeIcal.sync.parseICS(file)).flatMap((part) => {
    if (part?.type !== "VEVENT") return [];
    const text = (value: unknown) => value === undefined ? undefined : String(value);
    return [{
      uid: part.uid,
      start: part.start.getTime(),
      end: part.end?.getTime() ?? NaN,
      summary: text(part.summary) ?? "",
      location: text(part.location),
      description: text(part.description) ?? "",
    }];
  });
}

const readers = { "ical.js": byIcalJs, "node-ical": byNodeIcal };

/** By the clock of this runtime, which shares no line with what is tested. */
function instant(local: string, zone: string): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
}

const zones = [
  "Europe/Lisbon",
  "America/New_York",
  "Asia/Kolkata",
  "America/Sao_Paulo",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Africa/Casablanca",
];

for (const [reader, read] of Object.entries(readers)) {
  Deno.test(`${reader} finds every event at the moment the invitation says, in whatever zone`, () => {
    const events = zones.flatMap((zone) =>
      ["2027-01-16", "2027-02-20", "2027-06-12", "2027-10-30"].map((date, at) =>
        anEvent({
          id: `event_${at}`,
          zone,
          startsAt: `${date}T14:00`,
          endsAt: `${date}T23:30`,
        })
      )
    );

    for (const event of events) {
      const [entry] = read(fileOf([event]));
      const what = `${event.startsAt} ${event.zone}`;
      assert.equal(entry?.start, instant(event.startsAt, event.zone), what);
      assert.equal(entry?.end, instant(event.endsAt ?? "", event.zone), what);
    }
  });

  Deno.test(`${reader} gets several events with their own zones from one file`, () => {
    const events = zones.map((zone, at) => anEvent({ id: `event_${at}`, zone }));

    const entries = read(fileOf(events));

    assert.deepEqual(
      entries.map(({ uid, start }) => [uid, start]),
      events.map(({ id, startsAt, zone }) => [id, instant(startsAt, zone)]),
    );
  });

  Deno.test(`${reader} reads commas, semicolons, backslashes, lines, emoji and Arabic as they were written`, () => {
    const about = "Bring: shoes, a hat; and C:\\fun\nالحفل في الحديقة 👩‍❤️‍👨\n\nSee you!";
    const event = anEvent({
      name: "Dîner, danse; „Fest“ \\ 🎉",
      place: { name: "مزرعة الورد, الباب 2", address: "Rua do Ouro 1; 1º, Lisboa" },
      about,
    });

    const [entry] = read(fileOf([event], "Ємма & João, 🤍".repeat(8)));

    assert.equal(entry?.summary, `${"Ємма & João, 🤍".repeat(8)} – Dîner, danse; „Fest“ \\ 🎉`);
    assert.equal(entry.location, "مزرعة الورد, الباب 2, Rua do Ouro 1; 1º, Lisboa");
    assert.equal(entry.description, `${about}\n\n${page}`);
  });
}

const anyZone = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
const anyTime = fc.date({
  min: new Date("2000-01-01T00:00Z"),
  max: new Date("2060-01-01T00:00Z"),
  noInvalidDate: true,
}).map((date) => date.toISOString().slice(0, 16));

/** A wall-clock time within three hours of a moment at which the zone's clock is put forward or back. */
function nearShift(zone: string, local: string, minutes: number): string {
  const shift = Temporal.PlainDateTime.from(local).toZonedDateTime(zone)
    .getTimeZoneTransition("next");
  const near = shift?.add({ minutes }).toPlainDateTime();
  return near?.toString({ smallestUnit: "minute" }) ?? local;
}

const anyMoment = fc.tuple(anyZone, anyTime, fc.boolean(), fc.integer({ min: -180, max: 180 }))
  .map(([zone, local, atShift, minutes]) => ({
    zone,
    startsAt: atShift ? nearShift(zone, local, minutes) : local,
  }));

Deno.test("the zone in the file is enough: a reader that never heard of its name finds every moment", () => {
  fc.assert(
    fc.property(anyMoment, fc.integer({ min: 1, max: 900 }), ({ zone, startsAt }, minutes) => {
      const endsAt = Temporal.PlainDateTime.from(startsAt).add({ minutes })
        .toString({ smallestUnit: "minute" });
      const start = instant(startsAt, zone);
      const end = instant(endsAt, zone);

      const file = fileOf([anEvent({ zone, startsAt, endsAt })]);
      const renamed = file.replaceAll(zone, "Somewhere/Else");

      const [entry] = byIcalJs(renamed);
      assert.equal(entry?.start, start);
      // An end in the hour that is skipped may lie before the start: then the event has no end.
      assert.equal(entry?.end, end > start ? end : start + 7_200_000);
    }),
    { numRuns: 400 },
  );
});

Deno.test("events of one zone that are years apart are each at their moment", () => {
  fc.assert(
    fc.property(anyZone, fc.array(anyTime, { minLength: 2, maxLength: 4 }), (zone, times) => {
      const events = times.map((startsAt, at) => anEvent({ id: `event_${at}`, zone, startsAt }));

      const entries = byIcalJs(fileOf(events).replaceAll(zone, "Somewhere/Else"));

      assert.deepEqual(
        entries.map(({ start }) => start),
        times.map((startsAt) => instant(startsAt, zone)),
      );
    }),
    { numRuns: 200 },
  );
});

Deno.test("a reader that knows zones by name finds every moment too", () => {
  fc.assert(
    fc.property(anyMoment, ({ zone, startsAt }) => {
      const [entry] = byNodeIcal(fileOf([anEvent({ zone, startsAt })]));

      assert.equal(entry?.start, instant(startsAt, zone));
      assert.equal(entry?.end, instant(startsAt, zone) + 7_200_000);
    }),
    { numRuns: 400 },
  );
});

Deno.test("an event without an end takes two hours", () => {
  const [entry] = byIcalJs(fileOf([anEvent()]));

  assert.equal(entry?.end, instant("2027-06-12T20:00", "Europe/Lisbon"));
});

Deno.test("an entry says of which version it is, so that a calendar takes the newer one", () => {
  const text = fileOf([anEvent()]);

  assert.match(text, /^UID:event_dinner\r$/m);
  assert.match(text, /^SEQUENCE:7\r$/m);
  assert.match(text, /^LAST-MODIFIED:20270102T030405Z\r$/m);
  assert.match(text, /^DTSTAMP:20270102T030405Z\r$/m);
  assert.match(text, /^URL:https:\/\/ours\.example\/rsvp\r$/m);
});

Deno.test("every line ends in CRLF and has at most 75 bytes, whatever the names are", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }), (name) => {
      const file = fileOf([anEvent({ name, about: name.repeat(4) })]);

      for (const line of file.split("\r\n")) {
        assert.ok(new TextEncoder().encode(line).length <= 75, line);
        assert.ok(line.isWellFormed(), line);
        assert.ok(!/[\r\n]/.test(line), line);
      }
      assert.ok(file.endsWith("END:VCALENDAR\r\n"));
    }),
    { numRuns: 300 },
  );
});

Deno.test("no name breaks out of its line", () => {
  const name = "Dinner\nBEGIN:VALARM\r\nX-EVIL:1";

  const entries = byIcalJs(fileOf([anEvent({ name })]));

  assert.equal(entries.length, 1);
  assert.ok(!/^(BEGIN:VALARM|X-EVIL)/m.test(fileOf([anEvent({ name })])));
});
