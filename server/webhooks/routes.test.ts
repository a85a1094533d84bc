import assert from "node:assert/strict";
import type { Attempt, Delivery, Endpoint } from "../../shared/vendors.ts";
import { ownDatabase } from "../testing/database.ts";
import { anApiKey } from "../testing/fixtures-access.ts";
import { anEvent, aParty, aSite } from "../testing/fixtures.ts";
import { aReceiver } from "../testing/receiver.ts";
import { testApp } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";
import { until } from "../testing/until.ts";
import { aCaterer, startVendorLine, testWakes } from "../testing/vendor-line.ts";
import { deliveryRoutes } from "./delivery-routes.ts";
import { endpointRoutes } from "./endpoint-routes.ts";

const sql = await ownDatabase();
const hook = "https://kitchen.example/hook";

type ToldDelivery = Delivery & { body: string | null; log: Attempt[] };

async function aPlannersEndpoint(url = hook, now = () => new Date()) {
  const wakes = testWakes();
  const base = await testDeps(sql, { wake: wakes.wake, now });
  const deps = { ...base, config: { ...base.config, webhookAllow: ["127.0.0.1/32"] } };
  const site = await aSite(deps);
  const { vendor, endpoint } = await aCaterer(deps, site, url, { maySee: { names: true } });
  const token = await anApiKey(deps, site, "planner");
  const app = testApp(deps, [...endpointRoutes, ...deliveryRoutes]);
  const at = `/v1/sites/${site.id}`;
  const ofVendor = `${at}/vendors/${vendor.id}/endpoints`;
  const path = `${at}/endpoints/${endpoint.id}`;
  const call = <Body>(request: string, body?: unknown) =>
    app.call<Body>(request, { token, ...(body === undefined ? {} : { body }) });
  return { deps, wakes, site, vendor, endpoint, at, ofVendor, path, call };
}

type Planner = Awaited<ReturnType<typeof aPlannersEndpoint>>;

async function listed({ call, ofVendor }: Planner): Promise<Endpoint[]> {
  return (await call<{ endpoints: Endpoint[] }>(`GET ${ofVendor}`)).body.endpoints;
}

async function delivered({ call, path }: Planner, count: number): Promise<Delivery[]> {
  return await until(`${count} deliveries have arrived`, async () => {
    const { body } = await call<{ deliveries: Delivery[] }>(`GET ${path}/deliveries`);
    const done = body.deliveries.filter(({ state }) => state === "delivered");
    return done.length === count && done;
  });
}

Deno.test("a rotated secret is in the answer, and the one before works for another day", async () => {
  const now = new Date("2027-03-01T12:00:00Z");
  const { call, path, endpoint } = await aPlannersEndpoint(hook, () => now);

  const { status, body } = await call<{ secret: string; previousUntil: string }>(
    `POST ${path}/secret`,
  );

  assert.equal(status, 200);
  assert.match(body.secret, /^whsec_[A-Za-z0-9+/]{32,}=*$/);
  assert.notEqual(body.secret, endpoint.secret);
  assert.equal(body.previousUntil, "2027-03-02T12:00:00.000Z");
});

Deno.test("an endpoint's address and kinds of change can be changed one at a time", async () => {
  const planner = await aPlannersEndpoint();
  const { call, path } = planner;
  const elsewhere = "https://kitchen.example/elsewhere";
  const types = ["reply.submitted", "site.changed"];

  const moved = await call<Endpoint>(`PATCH ${path}`, { url: elsewhere });
  const other = await call<Endpoint>(`PATCH ${path}`, { types });

  assert.deepEqual([moved.body.url, moved.body.types], [elsewhere, ["headcount.changed"]]);
  assert.deepEqual([other.body.url, other.body.types], [elsewhere, types]);
  assert.deepEqual(await listed(planner), [other.body]);
});

Deno.test("a refused change of an endpoint leaves it as it was", async () => {
  const planner = await aPlannersEndpoint();
  const before = await listed(planner);

  const { status, body } = await planner.call<{ code: string }>(`PATCH ${planner.path}`, {
    url: "https://10.0.0.1/hook",
    types: ["site.changed"],
  });

  assert.deepEqual([status, body.code], [422, "address-refused"]);
  assert.deepEqual(await listed(planner), before);
});

Deno.test("a removed endpoint is gone with its deliveries", async () => {
  const planner = await aPlannersEndpoint();
  const { call, path, at } = planner;
  const { body: { id } } = await call<{ id: string }>(`POST ${path}/test`);

  const removed = await call(`DELETE ${path}`);
  const delivery = await call<{ code: string }>(`GET ${at}/deliveries/${id}`);

  assert.equal(removed.status, 204);
  assert.deepEqual(await listed(planner), []);
  assert.equal(delivery.body.code, "delivery-not-found");
});

for (
  const [action, body] of [
    ["PATCH", { types: ["site.changed"] }],
    ["DELETE", undefined],
    ["POST /secret", undefined],
    ["POST /test", undefined],
    ["POST /replay", { since: "2027-01-01T00:00:00Z" }],
  ] as const
) {
  Deno.test(`${action} of another site's endpoint is refused, and of a removed one too`, async () => {
    const { call, at, endpoint, path } = await aPlannersEndpoint();
    const theirs = await aPlannersEndpoint();
    const before = await listed(theirs);
    await call(`DELETE ${path}`);
    const [method, rest = ""] = action.split(" ");

    for (const { id } of [theirs.endpoint, endpoint]) {
      const answer = await call<{ code: string }>(`${method} ${at}/endpoints/${id}${rest}`, body);
      assert.deepEqual([answer.status, answer.body.code], [404, "endpoint-not-found"]);
    }
    assert.deepEqual(await listed(theirs), before);
  });
}

Deno.test("what happens to an endpoint is in the log, by whom and without address or secret", async () => {
  const { call, path, site, vendor, endpoint } = await aPlannersEndpoint();

  await call(`PATCH ${path}`, { url: "https://kitchen.example/elsewhere" });
  await call(`POST ${path}/secret`);
  await call(`DELETE ${path}`);

  const log = await sql<{ type: string; data: unknown; doneBy: { kind: string } }>`
    select type, data, done_by
    from changes
    where site_id = ${site.id} and type like 'endpoint.%'
    order by number
  `;
  assert.deepEqual(log.map(({ type, doneBy }) => [type, doneBy.kind]), [
    ["endpoint.added", "server"],
    ["endpoint.changed", "key"],
    ["endpoint.changed", "key"],
    ["endpoint.removed", "key"],
  ]);
  for (const { data } of log) {
    assert.deepEqual(data, { vendorId: vendor.id, endpointId: endpoint.id });
  }
});

Deno.test("a delivery can be read as it was sent, with every attempt and its answer", async () => {
  await using caterer = aReceiver((_call, index) =>
    new Response(index === 0 ? "one moment" : "thank you", { status: index === 0 ? 503 : 200 })
  );
  let now = new Date();
  const planner = await aPlannersEndpoint(caterer.url, () => now);
  const { deps, wakes, site, call, at, path } = planner;
  await using line = await startVendorLine(deps, wakes);
  const dinner = await anEvent(deps, site);
  await aParty(deps, site, { guests: [{ name: "Ana Silva", events: [dinner.id] }] });
  await until("the invitation has been tried", async () => {
    const { body } = await call<{ deliveries: Delivery[] }>(`GET ${path}/deliveries`);
    return body.deliveries[0]?.attempts === 1;
  });
  now = new Date(now.getTime() + 10_000);
  line.kick();
  const [delivery] = await delivered(planner, 1);

  const { status, body } = await call<ToldDelivery>(`GET ${at}/deliveries/${delivery?.id}`);

  assert.equal(status, 200);
  assert.equal(body.body, caterer.calls[0]?.body);
  assert.deepEqual(
    body.log.map(({ number, status, problem, answer }) => [number, status, problem, answer]),
    [[1, 503, null, "one moment"], [2, 200, null, "thank you"]],
  );
  assert.equal(body.log[1]?.at, now.toISOString());
});

Deno.test("one delivery can be replayed, or all since a moment: same id, same bytes, one more attempt", async () => {
  await using caterer = aReceiver();
  let now = new Date();
  const planner = await aPlannersEndpoint(caterer.url, () => now);
  const { deps, wakes, call, at, path } = planner;
  await using line = await startVendorLine(deps, wakes);
  const replay = async (body: unknown, calls: number) => {
    const answer = await call<{ replayed: number }>(`POST ${path}/replay`, body);
    line.kick();
    await caterer.received(calls);
    await delivered(planner, 2);
    return [answer.status, answer.body.replayed];
  };
  const test = async () => (await call<{ id: string }>(`POST ${path}/test`)).body.id;
  const first = await test();
  await delivered(planner, 1);
  now = new Date(now.getTime() + 3_600_000);
  const second = await test();
  await delivered(planner, 2);

  const one = await replay({ delivery: first }, 3);
  const late = await replay({ since: new Date(now.getTime() - 60_000).toISOString() }, 4);
  const all = await replay({ since: new Date(now.getTime() - 86_400_000).toISOString() }, 6);
  const none = await replay({ since: new Date(now.getTime() + 60_000).toISOString() }, 6);

  assert.deepEqual([one, late, all, none], [[202, 1], [202, 1], [202, 2], [202, 0]]);
  const sent = caterer.calls.map(({ headers, body }) => [headers["webhook-id"], body] as const);
  assert.deepEqual(sent.slice(0, 4).map(([id]) => id), [first, second, first, second]);
  assert.equal(sent.length, 6);
  assert.equal(new Set(sent.map(([id, body]) => `${id} ${body}`)).size, 2);
  const { body } = await call<ToldDelivery>(`GET ${at}/deliveries/${first}`);
  assert.deepEqual(body.log.map(({ number, status }) => [number, status]), [
    [1, 204],
    [2, 204],
    [3, 204],
  ]);
});

Deno.test("only an endpoint's own deliveries can be replayed to it", async () => {
  const { deps, site, call, at, path } = await aPlannersEndpoint();
  const { endpoint: other } = await aCaterer(deps, site, hook);
  const { body } = await call<{ id: string }>(`POST ${at}/endpoints/${other.id}/test`);

  const answer = await call<{ code: string }>(`POST ${path}/replay`, { delivery: body.id });

  assert.deepEqual([answer.status, answer.body.code], [404, "delivery-not-found"]);
});
