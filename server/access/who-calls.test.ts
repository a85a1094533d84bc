import assert from "node:assert/strict";
import { type AnyRoute, route, type Who } from "../http/route.ts";
import { testDatabase } from "../testing/database.ts";
import { aParty, aSite } from "../testing/fixtures.ts";
import { aMember, anApiKey, aPerson, ownPage } from "../testing/fixtures-access.ts";
import { testApp } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";
import { apiKeysOf } from "./api-keys.ts";
import { removeMember } from "./remove-member.ts";
import { revokeApiKey } from "./revoke-api-key.ts";
import { roles } from "../../shared/roles.ts";

const sql = await testDatabase();

const everybody: Who[] = ["guest", "viewer", "planner", "owner"];

/** Routes that answer with who called, one for every kind of caller. */
const probes: AnyRoute[] = [
  ...everybody.map((who): AnyRoute => ({
    method: "POST",
    path: `/v1/sites/:site/${who}`,
    who,
    tag: "Probe",
    summary: `For a ${who}`,
    run: (input) => Promise.resolve("by" in input ? input.by : {}),
  })),
  route({
    method: "GET",
    path: "/v1/sites/:site/viewer",
    who: "viewer",
    tag: "Probe",
    summary: "Looks",
    run: ({ by }) => Promise.resolve(by),
  }),
  route({
    method: "GET",
    path: "/v1/sites/:site/file",
    who: "guest",
    linkInQuery: true,
    tag: "Probe",
    summary: "A file that a browser opens by itself",
    run: ({ by }) => Promise.resolve(by),
  }),
  route({
    method: "GET",
    path: "/v1/me",
    who: "person",
    tag: "Probe",
    summary: "For people",
    run: () => Promise.resolve({}),
  }),
];

for (const [rank, role] of roles.entries()) {
  Deno.test(`what asks for a role no mightier is open to ${role}s, by session and by key`, async () => {
    const deps = await testDeps(sql);
    const { call } = testApp(deps, probes);
    const site = await aSite(deps);
    const token = await anApiKey(deps, site, role);
    const { cookie } = await aMember(deps, site, role);

    for (const [asked, who] of roles.entries()) {
      const path = `POST /v1/sites/${site.slug}/${who}`;
      const byKey = await call(path, { token });
      const bySession = await call(path, { headers: { cookie }, origin: ownPage });
      const expected = rank <= asked ? 200 : 403;
      assert.equal(byKey.status, expected, `${role} at ${who}, by key`);
      assert.equal(bySession.status, expected, `${role} at ${who}, by session`);
      if (expected === 403) assert.equal(byKey.body.code, "not-allowed");
    }
  });
}

Deno.test("who did it is the member or the key", async () => {
  const deps = await testDeps(sql);
  const { call } = testApp(deps, probes);
  const site = await aSite(deps);
  const { cookie, member } = await aMember(deps, site, "viewer");
  const token = await anApiKey(deps, site, "viewer");
  const [key] = await apiKeysOf(sql, site.id);

  const bySession = await call<unknown>(`POST /v1/sites/${site.id}/viewer`, {
    headers: { cookie },
    origin: ownPage,
  });
  const byKey = await call<unknown>(`POST /v1/sites/${site.id}/viewer`, { token });

  assert.deepEqual(bySession.body, { kind: "member", memberId: member.id });
  assert.deepEqual(byKey.body, { kind: "key", keyId: key?.id });
});

Deno.test("without session or key a member's route asks to sign in", async () => {
  const deps = await testDeps(sql);
  const { call } = testApp(deps, probes);
  const site = await aSite(deps);

  for (const cookie of ["", "__Host-session=", `__Host-session=${"0".repeat(40)}`]) {
    const { status, body } = await call(`GET /v1/sites/${site.slug}/viewer`, {
      headers: { cookie },
      origin: null,
    });
    assert.equal(status, 401);
    assert.equal(body.code, "sign-in-required");
  }
});

Deno.test("a session ends after thirty days", async () => {
  let now = new Date("2027-01-01T00:00:00Z");
  const deps = await testDeps(sql, { now: () => now });
  const { call } = testApp(deps, probes);
  const site = await aSite(deps);
  const { cookie } = await aMember(deps, site, "owner");
  const look = () =>
    call(`GET /v1/sites/${site.slug}/viewer`, { headers: { cookie }, origin: null });

  now = new Date("2027-01-30T23:59:59Z");
  assert.equal((await look()).status, 200);
  now = new Date("2027-01-31T00:00:00Z");
  assert.equal((await look()).body.code, "sign-in-required");
});

Deno.test("a revoked key stops with the next request", async () => {
  const deps = await testDeps(sql);
  const { call } = testApp(deps, probes);
  const site = await aSite(deps);
  const token = await anApiKey(deps, site, "planner");
  const [key] = await apiKeysOf(sql, site.id);
  assert.ok(key);
  assert.equal((await call(`GET /v1/sites/${site.slug}/viewer`, { token })).status, 200);

  await revokeApiKey(deps, site.id, { kind: "server" }, key.id);

  const refused = await call(`GET /v1/sites/${site.slug}/viewer`, { token });
  assert.equal(refused.body.code, "sign-in-required");
});

Deno.test("a removed member is nobody with the next request, in a session that goes on", async () => {
  const deps = await testDeps(sql);
  const { call } = testApp(deps, probes);
  const site = await aSite(deps);
  const { cookie, member } = await aMember(deps, site, "planner");

  await removeMember(deps, site.id, { by: { kind: "server" }, role: "owner" }, member.id);

  const { body } = await call(`GET /v1/sites/${site.slug}/viewer`, {
    headers: { cookie },
    origin: null,
  });
  assert.equal(body.code, "site-not-found");
});

Deno.test("the owner of another site finds no site, and its key opens nothing", async () => {
  const deps = await testDeps(sql);
  const { call } = testApp(deps, probes);
  const [site, other] = [await aSite(deps), await aSite(deps)];
  const { cookie } = await aMember(deps, other, "owner");
  const token = await anApiKey(deps, other, "owner");

  const bySession = await call(`GET /v1/sites/${site.slug}/viewer`, {
    headers: { cookie },
    origin: null,
  });
  const byKey = await call(`GET /v1/sites/${site.slug}/viewer`, { token });
  const nowhere = await call("GET /v1/sites/no-such-site/viewer", { token });

  assert.equal(bySession.body.code, "site-not-found");
  assert.equal(byKey.body.code, "sign-in-required");
  assert.equal(nowhere.body.code, "site-not-found");
});

Deno.test("a guest's personal link opens no member's route, and no key opens a guest's", async () => {
  const deps = await testDeps(sql);
  const { call } = testApp(deps, probes);
  const site = await aSite(deps);
  const { token } = await aParty(deps, site);
  const key = await anApiKey(deps, site, "owner");
  const { cookie } = await aMember(deps, site, "owner");

  assert.equal((await call(`POST /v1/sites/${site.slug}/guest`, { token })).status, 200);
  const byLink = await call(`GET /v1/sites/${site.slug}/viewer`, { token });
  assert.equal(byLink.body.code, "sign-in-required");
  const byKey = await call(`POST /v1/sites/${site.slug}/guest`, { token: key });
  assert.equal(byKey.body.code, "link-broken");
  const byCookie = await call(`POST /v1/sites/${site.slug}/guest`, { headers: { cookie } });
  assert.equal(byCookie.body.code, "link-missing");
});

Deno.test("a personal link in the address counts only on a route that takes it there", async () => {
  const deps = await testDeps(sql);
  const { call } = testApp(deps, probes);
  const site = await aSite(deps);
  const { token } = await aParty(deps, site);

  const taken = await call(`GET /v1/sites/${site.slug}/file?rsvp=${token}`);
  const ignored = await call(`POST /v1/sites/${site.slug}/guest?rsvp=${token}`);
  const byMember = await call(`GET /v1/sites/${site.slug}/viewer?rsvp=${token}`);

  assert.equal(taken.status, 200);
  assert.equal(ignored.body.code, "link-missing");
  assert.equal(byMember.body.code, "sign-in-required");
});

Deno.test("a key counts, whatever cookie comes with it, and no cookie stands in for a bad key", async () => {
  const deps = await testDeps(sql);
  const { call } = testApp(deps, probes);
  const site = await aSite(deps);
  const { cookie } = await aMember(deps, site, "owner");
  const token = await anApiKey(deps, site, "viewer");
  const path = `POST /v1/sites/${site.slug}/owner`;

  const weaker = await call(path, { token, headers: { cookie }, origin: ownPage });
  assert.equal(weaker.body.code, "not-allowed");
  for (const authorization of ["Bearer", "Bearer wr_nothing", "bearer  two words", "Bearer é"]) {
    const { body } = await call(path, { headers: { cookie, authorization }, origin: ownPage });
    assert.equal(body.code, "sign-in-required", authorization);
  }
});

Deno.test("a password that a proxy asked for takes nothing from the session", async () => {
  const deps = await testDeps(sql);
  const { call } = testApp(deps, probes);
  const site = await aSite(deps);
  const { cookie } = await aMember(deps, site, "owner");

  const { status } = await call(`POST /v1/sites/${site.slug}/owner`, {
    headers: { cookie, authorization: "Basic YTpi" },
    origin: ownPage,
  });

  assert.equal(status, 200);
});

Deno.test("a session is worth nothing to other pages, allowed ones too", async () => {
  const deps = await testDeps(sql);
  const { call } = testApp(deps, probes);
  const site = await aSite(deps);
  const { cookie } = await aMember(deps, site, "owner");

  for (const origin of ["https://ours.example", "https://evil.example", "null", null]) {
    const { status, body } = await call(`POST /v1/sites/${site.slug}/owner`, {
      headers: { cookie },
      origin,
    });
    assert.equal(status, 403);
    assert.equal(body.code, "not-same-site");
  }
});

Deno.test("a person's route takes a session, and says that a key is none", async () => {
  const deps = await testDeps(sql);
  const { call } = testApp(deps, probes);
  const site = await aSite(deps);
  const { cookie } = await aPerson(deps);
  const token = await anApiKey(deps, site, "owner");

  const bySession = await call("GET /v1/me", { headers: { cookie }, origin: null });
  const byKey = await call("GET /v1/me", { token, headers: { cookie }, origin: null });

  assert.equal(bySession.status, 200);
  assert.equal(byKey.body.code, "sign-in-required");
  assert.match(byKey.body.detail ?? "", /an API key is of one site/);
});
