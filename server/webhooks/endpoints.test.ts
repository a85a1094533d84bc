import assert from "node:assert/strict";
import type { Delivery, Endpoint } from "../../shared/vendors.ts";
import { testDatabase } from "../testing/database.ts";
import { anApiKey } from "../testing/fixtures-access.ts";
import { aSite, asServer } from "../testing/fixtures.ts";
import { testApp } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";
import { addVendor } from "../vendors/save-vendor.ts";
import { newVendorSchema } from "../../shared/vendors.ts";
import { deliveryRoutes } from "./delivery-routes.ts";
import { endpointRoutes } from "./endpoint-routes.ts";

const sql = await testDatabase();

async function aVendorsSite(maySee = {}) {
  const deps = await testDeps(sql);
  const site = await aSite(deps);
  const vendor = await addVendor(
    deps,
    site,
    asServer,
    newVendorSchema.parse({ kind: "caterer", name: "Quinta Kitchen", maySee }),
  );
  const token = await anApiKey(deps, site, "planner");
  const { call } = testApp(deps, [...endpointRoutes, ...deliveryRoutes]);
  const base = `/v1/sites/${site.id}`;
  const endpoints = `${base}/vendors/${vendor.id}/endpoints`;
  const add = (body: unknown) =>
    call<Endpoint & { secret: string; code?: string; reason?: string }>(`POST ${endpoints}`, {
      token,
      body,
    });
  return { deps, site, token, call, base, endpoints, add };
}

const url = "https://kitchen.example/hook?key=very-secret";

Deno.test("an endpoint's secret is shown once, and neither it nor the address is stored in the clear", async () => {
  const { add, call, endpoints, token, site } = await aVendorsSite();

  const { status, body } = await add({ url });
  const list = await call<{ endpoints: Endpoint[] }>(`GET ${endpoints}`, { token });

  assert.equal(status, 201);
  assert.match(body.secret, /^whsec_/);
  assert.deepEqual(body.types, ["headcount.changed"]);
  assert.equal(list.body.endpoints[0]?.url, url);
  assert.ok(!JSON.stringify(list.body).includes(body.secret));
  const [row] = await sql<{ stored: string }>`
    select encode(url_sealed || secrets_sealed, 'escape') as stored
    from endpoints
    where site_id = ${site.id}
  `;
  assert.ok(row && !row.stored.includes("very-secret") && !row.stored.includes("whsec_"));
});

for (
  const [address, reason] of [
    ["http://kitchen.example/hook", "not-https"],
    ["https://127.0.0.1/hook", "private-address"],
    ["https://2130706433/", "private-address"],
    ["https://[::ffff:10.0.0.1]/", "private-address"],
    ["https://vault.internal/", "private-name"],
    ["https://user:pass@kitchen.example/", "userinfo"],
    ["not an address", "not-a-url"],
  ] as const
) {
  Deno.test(`the address ${address} is refused when it is saved`, async () => {
    const { add } = await aVendorsSite();

    const { status, body } = await add({ url: address });

    assert.deepEqual([status, body.code, body.reason], [422, "address-refused", reason]);
  });
}

Deno.test("who replied what can only be subscribed to by a vendor that may see names", async () => {
  const counting = await aVendorsSite();
  const trusted = await aVendorsSite({ names: true });

  const refused = await counting.add({ url, types: ["headcount.changed", "reply.submitted"] });
  const granted = await trusted.add({ url, types: ["reply.submitted"] });

  assert.equal(refused.body.code, "subscription-not-granted");
  assert.equal(granted.status, 201);
});

Deno.test("kinds of change that are not for vendors cannot be subscribed to at all", async () => {
  const { add } = await aVendorsSite({ names: true });

  for (const type of ["party.changed", "member.added", "note.received"]) {
    const { status, body } = await add({ url, types: [type] });
    assert.deepEqual([status, body.code], [422, "invalid-input"]);
  }
});

Deno.test("a disabled endpoint takes no test and no replay until it is enabled again", async () => {
  const { add, call, base, token } = await aVendorsSite();
  const { body: { id } } = await add({ url });
  const endpoint = `${base}/endpoints/${id}`;

  const off = await call<Endpoint>(`PATCH ${endpoint}`, { token, body: { enabled: false } });
  const refused = await call(`POST ${endpoint}/test`, { token });
  const on = await call<Endpoint>(`PATCH ${endpoint}`, { token, body: { enabled: true } });
  const taken = await call<{ id: string }>(`POST ${endpoint}/test`, { token });
  const list = await call<{ deliveries: Delivery[] }>(`GET ${endpoint}/deliveries`, { token });

  assert.equal(off.body.disabled, "by-member");
  assert.equal(refused.body.code, "endpoint-disabled");
  assert.equal(on.body.disabled, null);
  assert.equal(taken.status, 202);
  assert.equal(list.body.deliveries[0]?.id, taken.body.id);
});

Deno.test("a delivery that is not the site's is not there", async () => {
  const { call, base, token } = await aVendorsSite();

  const { status, body } = await call(`GET ${base}/deliveries/delivery_elsewhere`, { token });

  assert.deepEqual([status, body.code], [404, "delivery-not-found"]);
});
