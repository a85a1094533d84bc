import assert from "node:assert/strict";
import type { PersonalLink } from "../../shared/guest-list.ts";
import { personalLinkSchema } from "../../shared/guest-list.ts";
import { checkToken, readToken } from "../access/personal-link.ts";
import { changesAfter } from "../changes/changes.ts";
import { Problem } from "../problem.ts";
import { testDatabase } from "../testing/database.ts";
import { aParty, aSite } from "../testing/fixtures.ts";
import { anApiKey } from "../testing/fixtures-access.ts";
import { testApp } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";
import { findParty } from "./find-party.ts";
import { linkRoutes } from "./link-routes.ts";
import { partyOf } from "./parties.ts";

const sql = await testDatabase();
const deps = await testDeps(sql);
const { call } = testApp(deps, linkRoutes);

async function aPartyWithLink(formPage: string | null = null) {
  const site = await aSite(deps, { formPage });
  const { party, token } = await aParty(deps, site);
  const address = `/v1/sites/${site.slug}/parties/${party.id}`;
  const planner = await anApiKey(deps, site, "planner");
  return { site, party, token, address, planner };
}

Deno.test("a personal link leads to the couple's page, and to the server's own where there is none", async () => {
  const pages: [string | null, (slug: string, token: string) => string][] = [
    [null, (slug, token) => `https://rsvp.test/r/${slug}?rsvp=${token}`],
    ["https://ours.example/rsvp", (_, token) => `https://ours.example/rsvp#rsvp=${token}`],
    [
      "https://ours.example/?page=rsvp",
      (_, token) => `https://ours.example/?page=rsvp#rsvp=${token}`,
    ],
    // A page that finds its way by the fragment keeps it.
    ["https://ours.example/#/rsvp", (_, token) => `https://ours.example/?rsvp=${token}#/rsvp`],
  ];

  for (const [page, expected] of pages) {
    const { site, address, token, planner } = await aPartyWithLink(page);

    const { body } = await call<PersonalLink>(`GET ${address}/link`, { token: planner });

    assert.deepEqual(personalLinkSchema.parse(body), { url: expected(site.slug, token), token });
  }
});

Deno.test("a replaced link opens, and the one before and the code on the card no more", async () => {
  const { site, party, token, address, planner } = await aPartyWithLink();
  const { length } = await changesAfter(sql, site.id, 0, 100);

  const replaced = await call<PersonalLink>(`POST ${address}/link`, { token: planner });
  const read = await call<PersonalLink>(`GET ${address}/link`, { token: planner });

  assert.equal(replaced.status, 200);
  assert.deepEqual(read.body, replaced.body);
  assert.notEqual(replaced.body.token, token);
  const keys = await deps.keys.forSite(site);
  const now = await partyOf(sql, site.id, party.id);
  const [old, anew] = [readToken(token), readToken(replaced.body.token)];
  assert.ok(old && anew && now);
  await checkToken(keys, anew, now, new Date());
  await assert.rejects(
    checkToken(keys, old, now, new Date()),
    (error) => error instanceof Problem && error.code === "link-revoked",
  );
  assert.equal(await findParty(deps, site, { name: party.code }), "none");
  assert.equal(now.linkVersion, 2);
  const news = (await changesAfter(sql, site.id, length, 100)).map((
    { type, data },
  ) => [type, data]);
  assert.deepEqual(news, [["party.changed", { partyId: party.id, what: "link" }]]);
});

Deno.test("the link as a QR code is an SVG that may load nothing", async () => {
  const { address, token, planner } = await aPartyWithLink();

  const { status, headers, body } = await call<string>(`GET ${address}/qr.svg`, { token: planner });

  assert.equal(status, 200);
  assert.equal(headers.get("content-type"), "image/svg+xml");
  assert.match(headers.get("content-security-policy") ?? "", /default-src 'none'/);
  assert.equal(headers.get("cache-control"), "no-store");
  assert.match(body, /^<svg [^>]*viewBox="0 0 (\d+) \1"/);
  assert.doesNotMatch(body, /<script|href|style=/);
  assert.ok(!body.includes(token));
});

Deno.test("whoever may only look gets no link: it could reply", async () => {
  const { site, party, address } = await aPartyWithLink();
  const other = await aPartyWithLink();
  const viewer = await anApiKey(deps, site, "viewer");
  const requests = [`GET ${address}/link`, `POST ${address}/link`, `GET ${address}/qr.svg`];

  for (const request of requests) {
    assert.equal((await call(request, { token: viewer })).body.code, "not-allowed", request);
    assert.equal((await call(request)).body.code, "sign-in-required", request);
    const elsewhere = request.replace(site.slug, other.site.slug);
    const answer = await call(elsewhere, { token: other.planner });
    assert.equal(answer.body.code, "party-not-found", request);
  }
  assert.equal((await partyOf(sql, site.id, party.id))?.linkVersion, 1);
});
