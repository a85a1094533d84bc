import assert from "node:assert/strict";
import { newId } from "../../shared/ids.ts";
import { ownDatabase } from "../testing/database.ts";
import { aSite } from "../testing/fixtures.ts";
import { testDeps } from "../testing/test-deps.ts";
import { aCaterer } from "../testing/vendor-line.ts";
import type { AttemptedDelivery } from "./attempts.ts";
import { claimDeliveries } from "./claim-deliveries.ts";
import { type NewDelivery, oweDeliveries } from "./deliveries.ts";
import { endpointOf } from "./endpoints.ts";
import { readDelivery } from "./read-delivery.ts";
import { createRecords } from "./records.ts";

const sql = await ownDatabase();
const base = await testDeps(sql);
const deps = { ...base, config: { ...base.config, webhookAllow: ["127.0.0.1/32"] } };

/** An endpoint, and tries of deliveries to it that ended in this order, told of at once. */
async function tried(states: AttemptedDelivery["state"][]) {
  const site = await aSite(deps);
  const { endpoint } = await aCaterer(deps, site, "http://127.0.0.1:1/hook");
  const now = new Date();
  const owed = states.map((): NewDelivery => ({
    siteId: site.id,
    id: newId("delivery"),
    endpointId: endpoint.id,
    type: "test.ping",
    changeNumber: 1,
    state: "owed",
    nextAttemptAt: now,
  }));
  await sql.begin((tx) => oweDeliveries(tx, owed, now));
  const claim = { claimedBy: "us", now, until: new Date(now.getTime() + 60_000), busy: [] };
  await claimDeliveries(deps, { most: 100, perEndpoint: 100, ...claim });
  const records = createRecords(sql);
  const triedAt = (at: number) => new Date(now.getTime() + 1000 * at);
  await Promise.all(owed.map(({ id }, at) =>
    records.record({
      siteId: site.id,
      id,
      endpointId: endpoint.id,
      claimedBy: "us",
      attempt: {
        number: 1,
        triedAt: triedAt(at),
        status: states[at] === "delivered" ? 204 : null,
        problem: states[at] === "delivered" ? null : "refused",
        durationMs: 5,
        answer: "",
      },
      state: states[at] ?? "owed",
      nextAttemptAt: states[at] === "owed" ? triedAt(100) : null,
    })
  ));
  const found = await Promise.all(owed.map(({ id }) => readDelivery(deps, site, id)));
  const { failingSince } = await endpointOf(sql, site.id, endpoint.id) ?? {};
  return { found, failedAt: owed.findIndex((_, at) => +triedAt(at) === failingSince?.getTime()) };
}

Deno.test("tries that are recorded together are each in the log, with what became of the delivery", async () => {
  const { found } = await tried(["delivered", "owed", "failed"]);

  assert.deepEqual(found.map(({ state }) => state), ["delivered", "owed", "failed"]);
  assert.deepEqual(found.map(({ attempts }) => attempts), [1, 1, 1]);
});

Deno.test("an endpoint fails since the first failure after its last success", async () => {
  assert.equal((await tried(["owed", "owed"])).failedAt, 0);
  assert.equal((await tried(["owed", "delivered", "owed"])).failedAt, 2);
  assert.equal((await tried(["delivered", "owed", "owed"])).failedAt, 1);
  assert.equal((await tried(["owed", "delivered"])).failedAt, -1);
});
