import assert from "node:assert/strict";
import ICAL from "ical.js";
import { visitToken } from "../access/personal-link.ts";
import { replaceLink } from "../guests/replace-link.ts";
import { changeSiteSettings } from "../sites/change-site-settings.ts";
import { saveEvent } from "../sites/save-event.ts";
import { testDatabase } from "../testing/database.ts";
import { answersOf, aPartyOf, aWedding, guestAt, send } from "../testing/fixtures-replies.ts";
import { asServer } from "../testing/fixtures.ts";
import { testApp } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";
import { calendarRoutes } from "./routes.ts";

const sql = await testDatabase();
const deps = await testDeps(sql);
const { call, fetch } = testApp(deps, calendarRoutes);

/** A party of two that comes to the dinner alone, and its file's address. */
async function comingToDinner(settings: Parameters<typeof aWedding>[1] = {}) {
  const wedding = await aWedding(deps, settings);
  const party = await aPartyOf(deps, wedding, [{ name: "Ana Silva" }, { name: "Rui Silva" }]);
  await send(deps, wedding.site, party, {
    guests: [
      {
        guestId: guestAt(party, 0),
        replies: [{ eventId: wedding.dinner.id, attending: true }],
      },
      {
        guestId: guestAt(party, 1),
        replies: [
          { eventId: wedding.dinner.id, attending: false },
          { eventId: wedding.ceremony.id, attending: false },
        ],
      },
    ],
  });
  const address = `/v1/sites/${wedding.site.slug}/party/calendar.ics`;
  return { ...wedding, party, token: party.token, address };
}

function entriesOf(file: string): ICAL.Event[] {
  return new ICAL.Component(ICAL.parse(file)).getAllSubcomponents("vevent")
    .map((component) => new ICAL.Event(component));
}

Deno.test("a party gets the events that one of it comes to, and no other", async () => {
  const { address, token, dinner, site } = await comingToDinner();

  const { status, headers, body } = await call<string>(`GET ${address}`, { token });

  assert.equal(status, 200);
  assert.equal(headers.get("content-type"), "text/calendar; charset=utf-8");
  assert.equal(headers.get("content-disposition"), `inline; filename="${site.slug}.ics"`);
  const [entry, ...others] = entriesOf(body);
  assert.equal(entry?.uid, dinner.id);
  assert.equal(entry.summary, "Emma & James – Dinner");
  assert.equal(entry.startDate.toJSDate().toISOString(), "2027-06-12T17:00:00.000Z");
  assert.deepEqual(others, []);
  assert.doesNotMatch(body, /Silva|Ceremony/);
});

Deno.test("the file opens by a plain link, without a header and from no page", async () => {
  const { address, token } = await comingToDinner();

  const { status, headers, body } = await call<string>(`GET ${address}?rsvp=${token}`, {
    origin: null,
  });

  assert.equal(status, 200);
  assert.equal(entriesOf(body).length, 1);
  assert.equal(headers.get("cache-control"), "private, no-store");
  assert.equal(headers.get("referrer-policy"), "no-referrer");
  assert.ok(!body.includes(token), "a calendar is shared: the link must not be in it");
});

Deno.test("a guest who was found by name opens it for as long as the visit lasts", async () => {
  const { address, site, party } = await comingToDinner();
  const keys = await deps.keys.forSite(site);
  const hour = 3_600_000;
  const lasting = await visitToken(keys, party.party, new Date(Date.now() + hour));
  const ended = await visitToken(keys, party.party, new Date(Date.now() - hour));

  assert.equal((await call(`GET ${address}?rsvp=${lasting}`, { origin: null })).status, 200);
  const { body } = await call(`GET ${address}?rsvp=${ended}`, { origin: null });
  assert.equal(body.code, "visit-expired");
});

Deno.test("no link, half a link and a replaced one open nothing", async () => {
  const { address, token, site, party } = await comingToDinner();
  const codeOf = async (query: string) => (await call(`GET ${address}${query}`)).body.code;

  assert.equal(await codeOf(""), "link-missing");
  assert.equal(await codeOf("?rsvp="), "link-missing");
  assert.equal(await codeOf(`?rsvp=${token.slice(0, -1)}`), "link-broken");
  assert.equal(await codeOf(`?rsvp=${token.slice(0, -2)}AA`), "link-broken");
  await replaceLink(deps, site, asServer, party.party.id);
  assert.equal(await codeOf(`?rsvp=${token}`), "link-revoked");
});

Deno.test("a link in a header counts, whatever stands in the address", async () => {
  const { address, token } = await comingToDinner();
  const other = await comingToDinner();

  const right = await call(`GET ${address}?rsvp=${other.token}`, { token });
  const wrong = await call(`GET ${address}?rsvp=${token}`, { token: other.token });

  assert.equal(right.status, 200);
  assert.equal(wrong.body.code, "link-broken");
});

Deno.test("a page that the couple has not allowed gets nothing, with a link too", async () => {
  const { address, token } = await comingToDinner();

  for (const origin of ["https://evil.example", "null"]) {
    const { status, body, headers } = await call(`GET ${address}?rsvp=${token}`, { origin });
    assert.equal(status, 403);
    assert.equal(body.code, "page-not-allowed");
    assert.equal(headers.get("access-control-allow-origin"), null);
  }
});

Deno.test("HEAD answers as GET does, without the file", async () => {
  const { address, token } = await comingToDinner();

  const response = await fetch(
    new Request(`https://rsvp.test${address}?rsvp=${token}`, { method: "HEAD" }),
  );

  assert.equal(response.status, 200);
  assert.equal(response.headers.get("content-type"), "text/calendar; charset=utf-8");
  assert.equal(await response.text(), "");
});

Deno.test("one event can be had alone", async () => {
  const wedding = await aWedding(deps);
  const party = await aPartyOf(deps, wedding);
  const { site, ceremony, dinner } = wedding;
  await send(deps, site, party, answersOf(party, [ceremony, dinner]));
  const address = `/v1/sites/${site.slug}/party/calendar.ics?rsvp=${party.token}`;

  const all = await call<string>(`GET ${address}`);
  const one = await call<string>(`GET ${address}&event=${ceremony.id}`);

  assert.deepEqual(entriesOf(all.body).map(({ uid }) => uid), [ceremony.id, dinner.id]);
  assert.deepEqual(entriesOf(one.body).map(({ uid }) => uid), [ceremony.id]);
});

Deno.test("an event that nobody comes to is refused like one that does not exist", async () => {
  const { address, token, ceremony } = await comingToDinner();

  const declined = await call(`GET ${address}?event=${ceremony.id}`, { token });
  const unknown = await call(`GET ${address}?event=event_nowhere`, { token });

  assert.equal(declined.status, 404);
  assert.equal(declined.body.code, "nothing-to-attend");
  const { instance: _, ...told } = declined.body;
  const { instance: __, ...unheardOf } = unknown.body;
  assert.deepEqual(told, unheardOf);
});

Deno.test("a party that has not replied, or comes to nothing, has nothing to add", async () => {
  const wedding = await aWedding(deps);
  const party = await aPartyOf(deps, wedding);
  const { site, ceremony, dinner } = wedding;
  const ask = () => call(`GET /v1/sites/${site.slug}/party/calendar.ics`, { token: party.token });

  assert.equal((await ask()).body.code, "nothing-to-attend");
  await send(deps, site, party, answersOf(party, [ceremony, dinner], false));
  assert.equal((await ask()).body.code, "nothing-to-attend");
});

Deno.test("a query that is no event's id, or says something else, is refused", async () => {
  const { address, token } = await comingToDinner();

  for (const query of ["event=dinner", "event=", "guest=guest_1"]) {
    const { status, body } = await call(`GET ${address}?rsvp=${token}&${query}`);
    assert.equal(status, 422, query);
    assert.equal(body.code, "invalid-input");
  }
});

Deno.test("an event that was moved keeps its name to calendars, and counts as newer", async () => {
  const { address, token, site, dinner } = await comingToDinner();
  const read = async () => entriesOf((await call<string>(`GET ${address}`, { token })).body)[0];
  const before = await read();
  const again = await read();
  const { id: eventId, ...event } = dinner;
  await saveEvent(deps, site.id, asServer, {
    eventId,
    event: { ...event, startsAt: "2027-06-12T19:30" },
  });

  const after = await read();

  assert.ok(before && again && after);
  assert.equal(again.sequence, before.sequence);
  assert.equal(again.component.toString(), before.component.toString());
  assert.equal(after.uid, before.uid);
  assert.ok(after.sequence > before.sequence, `${after.sequence} after ${before.sequence}`);
  assert.equal(after.startDate.toJSDate().toISOString(), "2027-06-12T18:30:00.000Z");
});

Deno.test("an entry leads to the couple's page, and follows when that moves", async () => {
  const { address, token, site } = await comingToDinner();
  const urlOf = async () => {
    const [entry] = entriesOf((await call<string>(`GET ${address}`, { token })).body);
    return { url: entry?.component.getFirstPropertyValue("url"), sequence: entry?.sequence ?? 0 };
  };
  const before = await urlOf();
  await changeSiteSettings(deps, site.id, asServer, { formPage: "https://ours.example/#/rsvp" });

  const after = await urlOf();

  assert.equal(before.url, `https://rsvp.test/r/${site.slug}`);
  assert.equal(after.url, "https://ours.example/#/rsvp");
  assert.ok(after.sequence > before.sequence);
});

Deno.test("nothing of the link reaches the log, when it opens and when it does not", async () => {
  const { address, token } = await comingToDinner();
  const lines: string[] = [];
  const log = (...line: unknown[]) => void lines.push(JSON.stringify(line));
  const app = testApp({ ...deps, log }, calendarRoutes);

  await app.call(`GET ${address}?rsvp=${token}`);
  await app.call(`GET ${address}?rsvp=${token}x`);
  await app.call(`GET ${address}?rsvp=${token}&event=no`);

  assert.equal(lines.length, 3);
  for (const line of lines) {
    assert.ok(!line.includes(token.slice(0, 8)), line);
    assert.ok(!line.includes("rsvp="), line);
  }
});

Deno.test("a guest who opens it over and over has to wait, by link as by header", async () => {
  const { address, token } = await comingToDinner();
  const { token: other, address: otherAddress } = await comingToDinner();
  const statuses = await Promise.all(
    Array.from({ length: 61 }, async () => (await call(`GET ${address}?rsvp=${token}`)).status),
  );

  assert.equal(statuses.filter((status) => status === 200).length, 60);
  assert.equal(statuses.filter((status) => status === 429).length, 1);
  assert.equal((await call(`GET ${otherAddress}?rsvp=${other}`)).status, 200);
});
