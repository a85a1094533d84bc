import assert from "node:assert/strict";
import { randomCharacters } from "../../shared/ids.ts";
import type { ManagedSite } from "../../shared/members.ts";
import { type Site, siteWithEventsSchema } from "../../shared/site.ts";
import { changesAfter } from "../changes/changes.ts";
import type { Deps } from "../deps.ts";
import { testDatabase } from "../testing/database.ts";
import { anEvent, aParty, aSite } from "../testing/fixtures.ts";
import {
  aMember,
  anApiKey,
  aPerson,
  ownPage,
  type TestPerson,
} from "../testing/fixtures-access.ts";
import { replyOfAll } from "../testing/replying.ts";
import { testApp, type TestCall } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";
import { siteRoutes } from "./routes.ts";
import { siteBy } from "./sites.ts";

const sql = await testDatabase();

const aSlug = () => `site-${randomCharacters(12)}`;
const basics = { names: "Zoë & Priya", date: "2027-09-04", zone: "Europe/London" };

/** Calls as a person, from an address of its own: creating sites is limited by address. */
async function aCouple(overrides: Partial<Deps> = {}) {
  const { config } = await testDeps(sql);
  const deps = await testDeps(sql, { config: { ...config, trustedProxies: 1 }, ...overrides });
  const app = testApp(deps, siteRoutes);
  const address = crypto.getRandomValues(new Uint8Array(4)).join(".");
  const person = await aPerson(deps);
  const call = <Body>(request: string, body?: unknown, { cookie }: TestPerson = person) => {
    const how: TestCall = { headers: { cookie, "x-forwarded-for": address }, origin: ownPage };
    return app.call<Body>(request, body === undefined ? how : { ...how, body });
  };
  return { deps, person, call, byKey: app.call };
}

Deno.test("whoever creates a site is its owner and finds it among its own", async () => {
  const { call } = await aCouple();
  const slug = aSlug();

  const created = await call<Site>("POST /v1/sites", { slug, ...basics });
  const listed = await call<{ sites: ManagedSite[] }>("GET /v1/sites");
  const read = await call(`GET /v1/sites/${slug}`);

  assert.equal(created.status, 201);
  assert.equal(created.body.names, "Zoë & Priya");
  const { id } = created.body;
  assert.deepEqual(listed.body, {
    sites: [{ id, slug, names: "Zoë & Priya", role: "owner" }],
  });
  assert.deepEqual(siteWithEventsSchema.parse(read.body), { ...created.body, events: [] });
});

Deno.test("a name that is taken, or a form page elsewhere, makes no site", async () => {
  const { call } = await aCouple();
  const slug = aSlug();
  await call("POST /v1/sites", { slug, ...basics });

  const taken = await call<{ code: string }>("POST /v1/sites", { slug, ...basics });
  const elsewhere = await call<{ code: string }>("POST /v1/sites", {
    slug: aSlug(),
    ...basics,
    formPage: "https://ours.example/rsvp",
  });

  assert.equal(taken.body.code, "slug-taken");
  assert.equal(elsewhere.body.code, "invalid-input");
  const listed = await call<{ sites: ManagedSite[] }>("GET /v1/sites");
  assert.equal(listed.body.sites.length, 1);
});

Deno.test("where only some may create sites, others may not", async () => {
  const base = await testDeps(sql);
  const creator = `${randomCharacters(12)}@people.example`;
  const config = { ...base.config, siteCreators: [creator], trustedProxies: 1 };
  const { deps, call } = await aCouple({ config });
  const allowed = await aPerson(deps, creator.toUpperCase());

  const refused = await call<{ code: string }>("POST /v1/sites", { slug: aSlug(), ...basics });
  const created = await call("POST /v1/sites", { slug: aSlug(), ...basics }, allowed);

  assert.equal(refused.body.code, "not-allowed");
  assert.equal(created.status, 201);
});

Deno.test("an owner removes a site with all it has; its name is free again", async () => {
  const { call, byKey, deps } = await aCouple();
  const slug = aSlug();
  const { body: { id } } = await call<Site>("POST /v1/sites", { slug, ...basics });
  const site = await siteBy(sql, id);
  assert.ok(site);
  const event = await anEvent(deps, site);
  const party = await aParty(deps, site, { guests: [{ name: "Ana", events: [event.id] }] });
  await replyOfAll(deps, site, party, [event.id]);
  const planner = await anApiKey(deps, site, "planner");

  const refused = await byKey(`DELETE /v1/sites/${slug}`, { token: planner });
  const removed = await call(`DELETE /v1/sites/${slug}`);

  assert.equal(refused.body.code, "not-allowed");
  assert.equal(removed.status, 204);
  assert.deepEqual(await changesAfter(sql, id, 0, 10), []);
  assert.equal((await call<{ code: string }>(`GET /v1/sites/${slug}`)).body.code, "site-not-found");
  assert.equal((await call("POST /v1/sites", { slug, ...basics })).status, 201);
});

Deno.test("a member finds the sites of others nowhere", async () => {
  const { deps, call, person } = await aCouple();
  const site = await aSite(deps);
  await aMember(deps, site, "owner");

  const listed = await call<{ sites: ManagedSite[] }>("GET /v1/sites", undefined, person);
  const read = await call<{ code: string }>(`GET /v1/sites/${site.slug}`);

  assert.deepEqual(listed.body.sites, []);
  assert.equal(read.body.code, "site-not-found");
});
