import assert from "node:assert/strict";
import type { AddedApiKey, ApiKey } from "../../shared/members.ts";
import { changesAfter } from "../changes/changes.ts";
import { testDatabase } from "../testing/database.ts";
import { aSite } from "../testing/fixtures.ts";
import { anApiKey } from "../testing/fixtures-access.ts";
import { testApp } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";
import { keyRoutes } from "./key-routes.ts";

const sql = await testDatabase();

async function anOwner(now = () => new Date()) {
  const deps = await testDeps(sql, { now });
  const { call } = testApp(deps, keyRoutes);
  const site = await aSite(deps);
  const token = await anApiKey(deps, site, "owner");
  const path = `/v1/sites/${site.slug}/keys`;
  const list = async () => (await call<{ keys: ApiKey[] }>(`GET ${path}`, { token })).body.keys;
  const make = (name: string, role: string) =>
    call<AddedApiKey>(`POST ${path}`, { token, body: { name, role } });
  return { deps, call, site, token, path, list, make };
}

Deno.test("a key's secret is told once, and only its hash is kept", async () => {
  const { site, list, make } = await anOwner();

  const { status, body } = await make("Our spreadsheet", "viewer");

  assert.equal(status, 201);
  assert.match(body.secret, /^wr_[0-9a-z]{40}$/);
  const { secret, ...key } = body;
  assert.deepEqual((await list())[1], key);
  const kept = await sql`
    select *
    from api_keys
    where site_id = ${site.id}
  `;
  assert.doesNotMatch(JSON.stringify(kept), new RegExp(secret));
  const changes = await changesAfter(sql, site.id, 0, 100);
  assert.doesNotMatch(JSON.stringify(changes), new RegExp(secret));
  assert.deepEqual(changes.at(-1)?.data, { keyId: body.id, role: "viewer" });
});

Deno.test("a revoked key stays in the list, and revoking it again is no news", async () => {
  const { call, site, token, path, list, make } = await anOwner();
  const { body: { id } } = await make("Old laptop", "planner");

  const first = await call(`DELETE ${path}/${id}`, { token });
  const again = await call(`DELETE ${path}/${id}`, { token });

  assert.deepEqual([first.status, again.status], [204, 204]);
  assert.ok((await list()).find((key) => key.id === id)?.revokedAt);
  const types = (await changesAfter(sql, site.id, 0, 100)).map(({ type }) => type);
  assert.deepEqual(types, ["key.added", "key.added", "key.revoked"]);
});

Deno.test("a key revokes itself and is then refused", async () => {
  const { call, token, path, list } = await anOwner();
  const [own] = await list();

  await call(`DELETE ${path}/${own?.id}`, { token });

  assert.equal((await call(`GET ${path}`, { token })).body.code, "sign-in-required");
});

Deno.test("a key shows the last day on which it was used", async () => {
  let now = new Date("2027-01-01T23:59:00Z");
  const { list } = await anOwner(() => now);

  assert.equal((await list())[0]?.lastUsedOn, "2027-01-01");
  now = new Date("2027-01-02T00:01:00Z");
  assert.equal((await list())[0]?.lastUsedOn, "2027-01-02");
});

Deno.test("a key of another site is not found here", async () => {
  const [here, there] = [await anOwner(), await anOwner()];
  const [key] = await there.list();

  const { body } = await here.call(`DELETE ${here.path}/${key?.id}`, { token: here.token });

  assert.equal(body.code, "key-not-found");
  assert.equal((await there.list())[0]?.revokedAt, null);
});

Deno.test("planners make no keys, not even see them", async () => {
  const { deps, call, site, path } = await anOwner();
  const token = await anApiKey(deps, site, "planner");

  const made = await call(`POST ${path}`, { token, body: { name: "Mine", role: "owner" } });

  assert.equal(made.body.code, "not-allowed");
  assert.equal((await call(`GET ${path}`, { token })).body.code, "not-allowed");
});
