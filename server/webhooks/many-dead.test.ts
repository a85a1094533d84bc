import assert from "node:assert/strict";
import { ownDatabase } from "../testing/database.ts";
import { aSite } from "../testing/fixtures.ts";
import { aReceiver } from "../testing/receiver.ts";
import { testDeps } from "../testing/test-deps.ts";
import { until } from "../testing/until.ts";
import { aCaterer, startVendorLine, testWakes } from "../testing/vendor-line.ts";
import { sendTest } from "./send-again.ts";

const sql = await ownDatabase();

Deno.test("forty receivers that hang at once do not keep the others waiting until they are given up", async () => {
  const held = Promise.withResolvers<Response>();
  await using dead = aReceiver(() => held.promise);
  await using good = aReceiver();
  const wakes = testWakes();
  const base = await testDeps(sql, { wake: wakes.wake });
  const deps = { ...base, config: { ...base.config, webhookAllow: ["127.0.0.1/32"] } };
  const site = await aSite(deps);
  for (let index = 0; index < 40; index += 1) {
    const { endpoint } = await aCaterer(deps, site, dead.url);
    for (let each = 0; each < 5; each += 1) await sendTest(deps, site, endpoint.id);
  }
  const { endpoint } = await aCaterer(deps, site, good.url);
  const line = await startVendorLine(deps, wakes);
  try {
    // As many as there are places for all that do not hang.
    await until("they hang", () => Promise.resolve(dead.calls.length >= 128), 20_000);

    const began = performance.now();
    await sendTest(deps, site, endpoint.id);
    await good.received(1);
    const waited = performance.now() - began;

    assert.ok(waited < 8_000, `${waited} ms`);
  } finally {
    held.resolve(new Response());
    await line[Symbol.asyncDispose]();
  }
});
