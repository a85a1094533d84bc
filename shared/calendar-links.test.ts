import assert from "node:assert/strict";
import fc from "fast-check";
import {
  type CalendarEvent,
  googleCalendarLink,
  hoursOf,
  instantOf,
  outlookCalendarLink,
} from "./calendar-links.ts";
import { directionsLink } from "./directions.ts";

const names = "Emma & James";

function anEvent(overrides: Partial<CalendarEvent> = {}): CalendarEvent {
  return { name: "Dinner", startsAt: "2027-06-12T18:00", zone: "Europe/Lisbon", ...overrides };
}

function asked(link: string | undefined): { page: string; query: Record<string, string> } {
  const url = new URL(link ?? "");
  return { page: url.origin + url.pathname, query: Object.fromEntries(url.searchParams) };
}

Deno.test("a time on the invitation is the same moment as by the clock of this runtime, anywhere", () => {
  const anyZone = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
  const anyTime = fc.date({
    min: new Date("1980-01-01T00:00Z"),
    max: new Date("2090-01-01T00:00Z"),
    noInvalidDate: true,
  });

  fc.assert(
    fc.property(anyZone, anyTime, (zone, date) => {
      const local = date.toISOString().slice(0, 16);
      const zoned = Temporal.PlainDateTime.from(local).toZonedDateTime(zone);

      assert.equal(instantOf(local, zone), zoned.epochMilliseconds);
    }),
    { numRuns: 500 },
  );
});

Deno.test("of an hour that summer time repeats the first is meant, and a skipped hour is read by the old clock", () => {
  const moments = [
    ["2027-10-31T01:30", "Europe/Lisbon", "2027-10-31T00:30Z"],
    ["2027-03-28T01:30", "Europe/Lisbon", "2027-03-28T01:30Z"],
    ["2027-11-07T01:30", "America/New_York", "2027-11-07T05:30Z"],
    ["2027-03-14T02:30", "America/New_York", "2027-03-14T07:30Z"],
    // Here the clock goes back and forward by half an hour.
    ["2027-04-04T01:45", "Australia/Lord_Howe", "2027-04-03T14:45Z"],
    ["2027-10-03T02:15", "Australia/Lord_Howe", "2027-10-02T15:45Z"],
    // Samoa left out a whole day.
    ["2011-12-30T12:00", "Pacific/Apia", "2011-12-30T22:00Z"],
  ];

  for (const [local = "", zone = "", utc = ""] of moments) {
    assert.equal(
      new Date(instantOf(local, zone)).toISOString(),
      utc.replace("Z", ":00.000Z"),
      local,
    );
  }
});

Deno.test("an event without an end takes two hours, and so does one whose end was skipped", () => {
  const length = (event: CalendarEvent) => (hoursOf(event).end - hoursOf(event).start) / 3_600_000;

  assert.equal(length(anEvent()), 2);
  assert.equal(length(anEvent({ endsAt: "2027-06-12T23:30" })), 5.5);
  // The night is an hour longer, or shorter.
  assert.equal(length(anEvent({ startsAt: "2027-10-30T18:00", endsAt: "2027-10-31T04:00" })), 11);
  assert.equal(length(anEvent({ startsAt: "2027-03-27T18:00", endsAt: "2027-03-28T04:00" })), 9);
  assert.equal(length(anEvent({ startsAt: "2027-03-28T01:45", endsAt: "2027-03-28T02:15" })), 2);
});

Deno.test("Google gets title, moments, zone, place and words of the event", () => {
  const link = googleCalendarLink(
    anEvent({
      name: "Dîner & danse, 🎉",
      endsAt: "2027-06-12T23:30",
      place: { name: "Quinta #1", address: "Rua do Ouro 1, Lisboa" },
      about: "Bring shoes?\nالحفل + 100%",
    }),
    names,
  );

  assert.deepEqual(asked(link), {
    page: "https://calendar.google.com/calendar/render",
    query: {
      action: "TEMPLATE",
      text: "Emma & James – Dîner & danse, 🎉",
      dates: "20270612T170000Z/20270612T223000Z",
      ctz: "Europe/Lisbon",
      location: "Quinta #1, Rua do Ouro 1, Lisboa",
      details: "Bring shoes?\nالحفل + 100%",
    },
  });
});

Deno.test("Outlook gets the same, at home and at work", () => {
  const query = {
    rru: "addevent",
    subject: "Emma & James – Dinner",
    startdt: "2027-06-12T17:00:00Z",
    enddt: "2027-06-12T19:00:00Z",
  };

  assert.deepEqual(asked(outlookCalendarLink(anEvent(), names, "live")), {
    page: "https://outlook.live.com/calendar/0/action/compose",
    query,
  });
  assert.deepEqual(asked(outlookCalendarLink(anEvent(), names, "office")), {
    page: "https://outlook.office.com/calendar/0/action/compose",
    query,
  });
});

Deno.test("a space in a link is no plus, which Outlook would show", () => {
  const event = anEvent({ about: "1 + 1" });

  for (
    const link of [googleCalendarLink(event, names), outlookCalendarLink(event, names, "live")]
  ) {
    assert.match(link ?? "", /Emma%20%26%20James/);
    assert.match(link ?? "", /1%20%2B%201/);
    assert.doesNotMatch(link ?? "", /\+/);
  }
});

Deno.test("a browser that does not know the zone has no link, rather than one with a wrong hour", () => {
  const event = anEvent({ zone: "Mars/Olympus_Mons" });

  assert.equal(googleCalendarLink(event, names), undefined);
  assert.equal(outlookCalendarLink(event, names, "office"), undefined);
});

Deno.test("directions lead to the couple's address, else to a search for the place", () => {
  const place = { name: "Quinta & Vinha", address: "Rua do Ouro 1, Lisboa" };

  assert.equal(directionsLink({ ...place, url: "https://map.example/" }), "https://map.example/");
  assert.equal(
    directionsLink({ name: "At ours", url: "https://map.example/" }),
    "https://map.example/",
  );
  assert.deepEqual(asked(directionsLink(place)), {
    page: "https://www.google.com/maps/search/",
    query: { api: "1", query: "Quinta & Vinha, Rua do Ouro 1, Lisboa" },
  });
});

Deno.test("a place that only has a name has no directions: a search might lead anywhere", () => {
  assert.equal(directionsLink({ name: "At ours" }), undefined);
  assert.equal(directionsLink(undefined), undefined);
});
