import assert from "node:assert/strict";
import { allRoutes } from "../server/app.ts";
import { addApiKey } from "../server/access/add-api-key.ts";
import { visitToken } from "../server/access/personal-link.ts";
import { removeMember } from "../server/access/remove-member.ts";
import { revokeApiKey } from "../server/access/revoke-api-key.ts";
import { startSession } from "../server/access/start-session.ts";
import type { Deps } from "../server/deps.ts";
import type { AnyRoute, Who } from "../server/http/route.ts";
import { replaceLink } from "../server/guests/replace-link.ts";
import { testDatabase } from "../server/testing/database.ts";
import { aMember, anApiKey, aPerson, ownPage } from "../server/testing/fixtures-access.ts";
import { anEvent, aParty, aSite, asServer, ourPage } from "../server/testing/fixtures.ts";
import { aCaterer } from "../server/testing/vendor-line.ts";
import { testApp, type TestCall } from "../server/testing/test-app.ts";
import { testDeps } from "../server/testing/test-deps.ts";
import { accessTable, narrowed } from "./tools/access-table.ts";

const sql = await testDatabase();
const deps = await testDeps(sql);
const routes = allRoutes(deps.config);

/** How each caller asks; `may` are the kinds of route that let it in. */
interface Caller {
  name: string;
  call: TestCall;
  may: Who[];
}

const open: Who[] = ["anyone", "visitor"];

async function callers(deps: Deps) {
  const site = await aSite(deps);
  const dinner = await anEvent(deps, site);
  const invited = { guests: [{ name: "Ana Silva", events: [dinner.id] }] };
  const party = await aParty(deps, site, invited);
  const revoked = await aParty(deps, site, invited);
  await replaceLink(deps, site, asServer, revoked.party.id);
  const other = await aSite(deps);
  const elsewhere = await aParty(deps, other);
  const otherOwner = await aMember(deps, other, "owner");
  const stranger = await aPerson(deps);
  const viewer = await aMember(deps, site, "viewer");
  const planner = await aMember(deps, site, "planner");
  const owner = await aMember(deps, site, "owner");
  const cookie = ({ cookie }: { cookie: string }): TestCall => ({
    origin: ownPage,
    headers: { cookie, "sec-fetch-site": "same-origin" },
  });
  const gone = await aMember(deps, site, "owner");
  await removeMember(deps, site.id, { by: asServer, role: "owner" }, gone.member.id);
  const key = { name: "An owner's key", role: "owner" } as const;
  const revokedKey = await addApiKey(deps, site.id, asServer, key);
  await revokeApiKey(deps, site.id, asServer, revokedKey.id);
  const longAgo = new Date(deps.now().getTime() - 31 * 86_400_000);
  const expired = await startSession(deps.sql, owner.person, longAgo);
  const { endpoint } = await aCaterer(deps, site, "https://kitchen.example/hook");
  const list: Caller[] = [
    { name: "nobody", call: {}, may: open },
    { name: "a guest", call: { token: party.token }, may: [...open, "guest"] },
    { name: "a guest with a replaced link", call: { token: revoked.token }, may: open },
    { name: "a guest of another site", call: { token: elsewhere.token }, may: open },
    {
      name: "a guest whose visit has ended",
      call: { token: await visitToken(await deps.keys.forSite(site), party.party, longAgo) },
      may: open,
    },
    { name: "a vendor with its secret", call: { token: endpoint.secret, origin: null }, may: open },
    { name: "a removed member", call: cookie(gone), may: [...open, "person"] },
    { name: "a revoked key", call: { token: revokedKey.secret, origin: null }, may: open },
    {
      name: "an owner whose session has ended",
      call: cookie({ cookie: `__Host-session=${expired}` }),
      may: open,
    },
    { name: "a person of no site", call: cookie(stranger), may: [...open, "person"] },
    { name: "another site's owner", call: cookie(otherOwner), may: [...open, "person"] },
    {
      name: "another site's owner key",
      call: { token: await anApiKey(deps, other, "owner"), origin: null },
      may: open,
    },
    {
      name: "an unknown session",
      call: cookie({ cookie: "__Host-session=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" }),
      may: open,
    },
    {
      name: "an owner's session from a foreign page",
      call: { origin: ourPage, headers: { cookie: owner.cookie, "sec-fetch-site": "cross-site" } },
      may: open,
    },
    { name: "a viewer", call: cookie(viewer), may: [...open, "person", "viewer"] },
    { name: "a planner", call: cookie(planner), may: [...open, "person", "viewer", "planner"] },
    {
      name: "a planner's key",
      call: { token: await anApiKey(deps, site, "planner"), origin: null },
      may: [...open, "viewer", "planner"],
    },
    {
      name: "an owner",
      call: cookie(owner),
      may: [...open, "person", "viewer", "planner", "owner"],
    },
  ];
  return { site, list };
}

const names = (route: AnyRoute) => `${route.method} ${route.path}`;

/** Whatever says that this caller may not, and nothing else does. */
const refusals = new Set([
  "link-missing",
  "link-broken",
  "link-revoked",
  "visit-expired",
  "sign-in-required",
  "not-allowed",
  "not-same-site",
  "site-not-found",
]);

Deno.test("every route has its row in the table of who may call it, and no row is left over", () => {
  const stated = Object.fromEntries(routes.map((route) => [names(route), route.who]));

  assert.deepEqual(stated, accessTable);
});

Deno.test("a link in an address only reads: mail scanners and previews open whatever they see", () => {
  const inAddress = routes.filter(({ linkInQuery }) => linkInQuery);

  assert.ok(inAddress.length > 0);
  assert.deepEqual(inAddress.filter(({ method }) => method !== "GET"), []);
});

for (const route of routes) {
  Deno.test(`only who may: ${names(route)}`, async () => {
    const { site, list } = await callers(deps);
    const { call } = testApp(deps, [route]);
    const path = route.path.replace(":site", site.id).replace(/:(\w+)/g, "$1_unknown");

    for (const { name, call: how, may } of list) {
      const allowed = may.includes(narrowed[names(route)] ?? accessTable[names(route)] ?? "owner");
      // A body that no schema takes: whoever may call gets as far as its refusal, and nothing is changed.
      const { status, body } = await call<{ code?: string }>(`${route.method} ${path}`, {
        ...how,
        ...(route.body ? { body: { neverAField: true } } : {}),
        headers: { ...how.headers, accept: "application/json" },
      });
      const refused = refusals.has(body?.code ?? "");
      assert.equal(!refused, allowed, `${name}: ${status} ${body?.code ?? ""}`);
      // The last caller deletes the site, where that is the route.
      if (route.who === "owner" && route.method === "DELETE" && allowed) break;
    }
  });
}
