import assert from "node:assert/strict";
import { countFlights } from "../testing/count-flights.ts";
import { testDatabase } from "../testing/database.ts";
import {
  aKey,
  answersOf,
  aPartyOf,
  aWedding,
  type TestWedding,
} from "../testing/fixtures-replies.ts";
import type { TestParty } from "../testing/fixtures.ts";
import { testApp } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";
import { replyRoutes } from "./routes.ts";

const sql = await testDatabase();
const { sql: watched, flights } = countFlights(sql);
const deps = await testDeps(watched);
const { call } = testApp(deps, replyRoutes);

/** How many statements each flight of the transaction took, and how many statements went before it. */
async function submit(wedding: TestWedding, party: TestParty, attending = true) {
  flights.length = 0;
  const { status } = await call(`PUT /v1/sites/${wedding.site.slug}/party/reply`, {
    token: party.token,
    headers: { "idempotency-key": aKey() },
    body: answersOf(party, [wedding.ceremony, wedding.dinner], attending),
  });
  assert.equal(status, 200);
  const begun = flights.findIndex(([first]) => first === "begin");
  return {
    before: flights.slice(0, begun).flat().length,
    transaction: flights.slice(begun).map((statements) => statements.length),
  };
}

Deno.test("a submission is one transaction in four flights, after the site, the limits and the party", async () => {
  const wedding = await aWedding(deps);
  const party = await aPartyOf(deps, wedding, [{ name: "Ana" }, { name: "Rui" }, {}]);

  const first = await submit(wedding, party);

  // Begin; lock and read; write; commit.
  assert.deepEqual(first, { before: 3, transaction: [1, 6, 6, 1] });
  assert.deepEqual(flights.at(-1), ["commit"]);
  assert.deepEqual(await submit(wedding, party, false), first);
});

Deno.test("a big party takes no more flights than a small one", async () => {
  const wedding = await aWedding(deps);
  const names = Array.from({ length: 40 }, (_, index) => ({ name: `Guest No${index}` }));
  const party = await aPartyOf(deps, wedding, names);

  // No open seat to name: one statement less.
  assert.deepEqual(await submit(wedding, party), { before: 3, transaction: [1, 6, 5, 1] });
});

Deno.test("a party's invitation is read in one flight, after the site, the limits and the party", async () => {
  const wedding = await aWedding(deps);
  const party = await aPartyOf(deps, wedding);
  flights.length = 0;

  await call(`GET /v1/sites/${wedding.site.slug}/party`, { token: party.token });

  assert.equal(flights.at(-1)?.length, 4);
  assert.equal(flights.flat().length, 7);
});
