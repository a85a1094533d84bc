import assert from "node:assert/strict";
import { type SiteForm, siteFormSchema } from "../../shared/site.ts";
import { testDatabase } from "../testing/database.ts";
import { countFlights } from "../testing/count-flights.ts";
import { anEvent, aParty, aSite, asServer, ourPage } from "../testing/fixtures.ts";
import { anApiKey } from "../testing/fixtures-access.ts";
import { replyOfAll } from "../testing/replying.ts";
import { testApp } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";
import { changeSiteSettings } from "./change-site-settings.ts";
import { formRoutes } from "./form-routes.ts";
import { createKnownSites } from "./known-sites.ts";
import type { Embed } from "../../shared/embed.ts";

const sql = await testDatabase();

/** A site that shows how many attend its dinner: one. */
async function aCountingSite() {
  const deps = await testDeps(sql);
  const site = await aSite(deps);
  const dinner = await anEvent(deps, site);
  const party = await aParty(deps, site, { guests: [{ name: "Ana", events: [dinner.id] }] });
  await replyOfAll(deps, site, party, [dinner.id]);
  await changeSiteSettings(deps, site.id, asServer, { publicCounter: dinner.id });
  return { deps, site, dinner, party };
}

Deno.test("the form of a site tells what everybody may know, and nothing else", async () => {
  const { deps, site } = await aCountingSite();
  const { call } = testApp(deps, formRoutes);

  const { status, headers, body } = await call<SiteForm>(`GET /v1/sites/${site.slug}/form`);

  assert.equal(status, 200);
  assert.deepEqual(siteFormSchema.parse(body), body);
  assert.deepEqual(body, {
    site: site.slug,
    names: "Emma & James",
    date: "2027-06-12",
    zone: "Europe/Lisbon",
    languages: ["en"],
    intro: "",
    deadline: null,
    replies: "open",
    theme: { preset: "page" },
    finding: { by: "name", secondFact: "when-two-match" },
    notSure: false,
    phrases: {},
    contact: {},
    counter: { attending: 1 },
  });
  assert.equal(headers.get("cache-control"), "no-cache");
  assert.equal(headers.get("access-control-allow-origin"), ourPage);
  assert.equal(headers.get("content-type"), "application/json");
});

Deno.test("a form that is known is answered with 304, until anything in it changes", async () => {
  const { deps, site, party, dinner } = await aCountingSite();
  const { call } = testApp(deps, formRoutes);
  const path = `GET /v1/sites/${site.slug}/form`;
  const etag = (await call(path)).headers.get("etag") ?? "";
  const again = () => call<string>(path, { headers: { "if-none-match": etag } });

  const known = await again();
  assert.equal(known.status, 304);
  assert.equal(known.body, "");
  assert.equal(known.headers.get("etag"), etag);
  assert.equal(known.headers.get("cache-control"), "no-cache");
  assert.equal(known.headers.get("access-control-allow-origin"), ourPage);

  await replyOfAll(deps, site, party, [dinner.id], false);
  const changed = await again();
  assert.equal(changed.status, 200);
  assert.notEqual(changed.headers.get("etag"), etag);
});

Deno.test("the deadline's passing changes the form, and its tag", async () => {
  let now = new Date("2027-05-01T22:59:00Z");
  const deps = await testDeps(sql, { now: () => now });
  const { call } = testApp(deps, formRoutes);
  const site = await aSite(deps, {
    deadline: { at: "2027-05-01T23:59:59+01:00", after: "closed" },
  });
  const path = `GET /v1/sites/${site.slug}/form`;

  const before = await call<SiteForm>(path);
  now = new Date("2027-05-01T23:00:00Z");
  const after = await call<SiteForm>(path);

  assert.deepEqual([before.body.replies, after.body.replies], ["open", "closed"]);
  assert.notEqual(before.headers.get("etag"), after.headers.get("etag"));
});

Deno.test("a form costs one statement, and none while its site is known; a counter costs one more", async () => {
  const { deps, site } = await aCountingSite();
  const plain = await aSite(deps);
  const { sql: counted, flights } = countFlights(sql);
  const clock = () => 0;
  const sites = createKnownSites({ sql: counted, wakes: { onWake: () => () => {} }, clock });
  const { call } = testApp({ ...deps, sql: counted, sites }, formRoutes);
  const flightsFor = async (slug: string) => {
    flights.length = 0;
    await call(`GET /v1/sites/${slug}/form`);
    return flights.map((flight) => flight.length);
  };

  assert.deepEqual(await flightsFor(plain.slug), [1]);
  assert.deepEqual(await flightsFor(plain.slug), []);
  assert.deepEqual(await flightsFor(site.slug), [1, 1]);
  assert.deepEqual(await flightsFor(site.slug), [1]);
});

Deno.test("a page that the site does not list gets no form", async () => {
  const { deps, site } = await aCountingSite();
  const { call } = testApp(deps, formRoutes);

  const { status, body, headers } = await call(`GET /v1/sites/${site.slug}/form`, {
    origin: "https://theirs.example",
  });

  assert.equal(status, 403);
  assert.equal(body.code, "page-not-allowed");
  assert.equal(headers.get("access-control-allow-origin"), null);
});

Deno.test("members read the embed code, visitors do not", async () => {
  const deps = await testDeps(sql);
  const { call } = testApp(deps, formRoutes);
  const site = await aSite(deps);
  const path = `GET /v1/sites/${site.slug}/embed`;
  const token = await anApiKey(deps, site, "viewer");

  const { status, body } = await call<Embed>(path, { token });

  assert.equal(status, 200);
  assert.match(body.element, new RegExp(`^<wedding-rsvp site="${site.slug}" `));
  assert.equal((await call(path)).body.code, "sign-in-required");
});
