import assert from "node:assert/strict";
import fc from "fast-check";
import { allRoutes } from "../../server/app.ts";
import { openapiDocument } from "../../server/docs/openapi.ts";
import type { AnyRoute } from "../../server/http/route.ts";
import { testDatabase } from "../../server/testing/database.ts";
import { aMember, anApiKey } from "../../server/testing/fixtures-access.ts";
import { ourPage } from "../../server/testing/fixtures.ts";
import {
  aKey,
  answersOf,
  aPartyOf,
  aWedding,
  send,
} from "../../server/testing/fixtures-replies.ts";
import { siteAsStored } from "../../server/testing/site-as-stored.ts";
import { testApp } from "../../server/testing/test-app.ts";
import { testDeps } from "../../server/testing/test-deps.ts";
import { valuesOf } from "../requests/from-schema.ts";
import { ofWedding } from "../requests/known.ts";
import type { Wedding } from "../requests/world.ts";

// Whoever manages one wedding calls it by its own name, with the ids of another one.
const sql = await testDatabase();
const deps = await testDeps(sql);
const routes = allRoutes(deps.config);
const document = openapiDocument(routes, { publicUrl: "https://rsvp.test" });
const app = testApp(deps, routes);

/** A wedding that has one of everything, and a key that may do everything there. */
async function aWholeWedding() {
  const wedding = await aWedding(deps);
  const { site, ceremony, dinner } = wedding;
  const party = await aPartyOf(deps, wedding, [{ name: "Ana Silva" }, {}]);
  await send(deps, site, party, answersOf(party, [dinner]));
  const token = await anApiKey(deps, site, "owner");
  const path = `/v1/sites/${site.id}`;
  const make = async (what: string, body?: unknown) =>
    (await app.call<{ id: string; notes: { id: string }[]; keys: { id: string }[] }>(
      what.replace(" ", ` ${path}/`),
      { token, origin: null, ...(body ? { body } : {}) },
    )).body;
  const vendor = await make("POST vendors", { kind: "caterer", name: "Quinta" });
  const url = "https://kitchen.invalid/hook";
  const endpoint = await make(`POST vendors/${vendor.id}/endpoints`, { url });
  const delivery = await make(`POST endpoints/${endpoint.id}/test`);
  await app.call(`POST ${path}/notes`, { body: { name: "Zoë", text: "Where do we park?" } });
  const list = await app.fetch(
    new Request(`https://rsvp.test${path}/imports`, {
      method: "POST",
      headers: { "authorization": `Bearer ${token}`, "content-type": "text/csv" },
      body: "Name\nLeo Berg\n",
    }),
  );
  const ids = {
    event: [ceremony.id, dinner.id],
    party: [party.party.id],
    guest: party.guests.map(({ id }) => id),
    vendor: [vendor.id],
    endpoint: [endpoint.id],
    delivery: [delivery.id],
    note: (await make("GET notes")).notes.map(({ id }) => id),
    import: [(await list.json()).import.id],
    key: (await make("GET keys")).keys.map(({ id }) => id),
    member: [(await aMember(deps, site, "owner")).member.id],
  };
  const known: Wedding & { ids: Record<string, string[]> } = {
    id: site.id,
    slug: site.slug,
    page: ourPage,
    ids,
  };
  return { site, token, known };
}

const theirs = await aWholeWedding();
const ours = await aWholeWedding();
const known = ofWedding({ server: "", weddings: [theirs.known], callers: [], examples: {} });

/** Bodies as the document wants them, which name what the other wedding has. */
function bodiesFor({ method, path }: AnyRoute): unknown[] {
  const item = document.paths[path.replace(/:(\w+)/g, "{$1}")];
  const schema = item?.[method.toLowerCase()]?.requestBody?.content["application/json"]?.schema;
  if (!schema) return [undefined];
  return fc.sample(valuesOf(schema, document.components.schemas, known), { numRuns: 12, seed: 7 });
}

const withIds = routes.filter(({ path, who }) =>
  /:site\/.*:/.test(path) && ["viewer", "planner", "owner"].includes(who)
);

Deno.test("there are routes with ids of their own for every kind of thing", () => {
  const kinds = withIds.flatMap(({ path }) =>
    [...path.matchAll(/:(\w+)/g)].map(([, kind]) => kind)
  );

  assert.deepEqual(new Set(kinds), new Set(["site", ...Object.keys(theirs.known.ids)]));
  for (const [kind, ids] of Object.entries(theirs.known.ids)) {
    for (const id of ids) assert.match(id, new RegExp(`^${kind}_`));
  }
});

for (const route of withIds) {
  Deno.test(`no id of another wedding works at ${route.method} ${route.path}`, async () => {
    const before = await siteAsStored(sql, theirs.site.id);

    for (const body of bodiesFor(route)) {
      const path = route.path.replace(":site", ours.site.id)
        .replace(/:(\w+)/g, (_, kind) => theirs.known.ids[kind]?.[0] ?? "");
      const { status } = await app.call(`${route.method} ${path}`, {
        token: ours.token,
        origin: null,
        headers: { "idempotency-key": aKey() },
        ...(body === undefined ? {} : { body }),
      });

      assert.ok(status === 404 || status === 422, `${status} ${JSON.stringify(body)}`);
    }
    assert.deepEqual(await siteAsStored(sql, theirs.site.id), before);
  });
}

Deno.test("nothing that our wedding is told about changes another one, whatever ids it names", async () => {
  const writing = routes.filter(({ path, body, who }) =>
    body && path.startsWith("/v1/sites/:site") && ["planner", "owner"].includes(who)
  );
  const before = await siteAsStored(sql, theirs.site.id);

  for (const route of writing) {
    const path = route.path.replace(":site", ours.site.id)
      .replace(/:(\w+)/g, (_, kind) => ours.known.ids[kind]?.at(-1) ?? "");
    for (const body of bodiesFor(route)) {
      const { status } = await app.call(`${route.method} ${path}`, {
        token: ours.token,
        origin: null,
        headers: { "idempotency-key": aKey() },
        body,
      });
      assert.ok(status < 500, `${route.method} ${route.path} ${status} ${JSON.stringify(body)}`);
    }
  }

  assert.ok(writing.length > 10);
  assert.deepEqual(await siteAsStored(sql, theirs.site.id), before);
});
