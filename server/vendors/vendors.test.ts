import assert from "node:assert/strict";
import type { Vendor } from "../../shared/vendors.ts";
import { testDatabase } from "../testing/database.ts";
import { anApiKey } from "../testing/fixtures-access.ts";
import { anEvent, aSite } from "../testing/fixtures.ts";
import { testApp } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";
import { vendorRoutes } from "./routes.ts";

const sql = await testDatabase();

async function aPlanner() {
  const deps = await testDeps(sql);
  const site = await aSite(deps);
  const token = await anApiKey(deps, site, "planner");
  const { call } = testApp(deps, vendorRoutes);
  const vendors = `/v1/sites/${site.id}/vendors`;
  return { deps, site, token, call, vendors };
}

const caterer = {
  kind: "caterer",
  name: "Quinta Kitchen",
  contact: { mail: "cook@kitchen.example" },
};

Deno.test("a vendor sees counts and nothing else until the couple switches it on", async () => {
  const { call, token, vendors } = await aPlanner();

  const added = await call<Vendor>(`POST ${vendors}`, { token, body: caterer });
  const changed = await call<Vendor>(`PATCH ${vendors}/${added.body.id}`, {
    token,
    body: { maySee: { names: true } },
  });

  assert.equal(added.status, 201);
  assert.deepEqual(added.body.maySee, { names: false, allergiesByGuest: false, events: null });
  assert.equal(added.body.quietSeconds, 30);
  assert.equal(changed.body.maySee.names, true);
  assert.equal(changed.body.name, "Quinta Kitchen");
  assert.deepEqual(changed.body.contact, caterer.contact);
});

Deno.test("a vendor's contact data is not in the database in the clear", async () => {
  const { call, token, vendors, site } = await aPlanner();

  await call(`POST ${vendors}`, { token, body: caterer });

  const [row] = await sql<{ contactSealed: Uint8Array }>`
    select contact_sealed
    from vendors
    where site_id = ${site.id}
  `;
  const text = new TextDecoder().decode(row?.contactSealed);
  assert.ok(row && !text.includes("kitchen.example"));
});

Deno.test("a vendor may be held to some events, which must be the site's", async () => {
  const { call, token, vendors, deps, site } = await aPlanner();
  const dinner = await anEvent(deps, site);

  const fine = await call(`POST ${vendors}`, {
    token,
    body: { ...caterer, maySee: { events: [dinner.id] } },
  });
  const foreign = await call(`POST ${vendors}`, {
    token,
    body: { ...caterer, maySee: { events: ["event_elsewhere"] } },
  });

  assert.equal(fine.status, 201);
  assert.deepEqual([foreign.status, foreign.body.code], [404, "event-not-found"]);
});

Deno.test("a removed vendor is gone, and removing it again says so", async () => {
  const { call, token, vendors } = await aPlanner();
  const { body } = await call<Vendor>(`POST ${vendors}`, { token, body: caterer });

  const removed = await call(`DELETE ${vendors}/${body.id}`, { token });
  const again = await call(`DELETE ${vendors}/${body.id}`, { token });
  const list = await call<{ vendors: Vendor[] }>(`GET ${vendors}`, { token });

  assert.equal(removed.status, 204);
  assert.equal(again.body.code, "vendor-not-found");
  assert.deepEqual(list.body.vendors, []);
});

Deno.test("every change of vendors is in the log", async () => {
  const { call, token, vendors, site } = await aPlanner();
  const { body } = await call<Vendor>(`POST ${vendors}`, { token, body: caterer });
  await call(`PATCH ${vendors}/${body.id}`, { token, body: { name: "Other" } });
  await call(`DELETE ${vendors}/${body.id}`, { token });

  const log = await sql<{ type: string; doneBy: { kind: string } }>`
    select type, done_by
    from changes
    where site_id = ${site.id} and type like 'vendor.%'
    order by number
  `;

  assert.deepEqual(log.map(({ type }) => type), [
    "vendor.added",
    "vendor.changed",
    "vendor.removed",
  ]);
  assert.ok(log.every(({ doneBy }) => doneBy.kind === "key"));
});
