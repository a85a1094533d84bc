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
import { createKnownSites } from "../sites/known-sites.ts";
import { replyRoutes } from "./routes.ts";

const sql = await testDatabase();
const { sql: watched, flights } = countFlights(sql);
const sites = createKnownSites({
  sql: watched,
  wakes: { onWake: () => () => {} },
  clock: () => 0,
});
const deps = await testDeps(watched, { sites });
const { call } = testApp(deps, replyRoutes);

/** How many statements a submission took. */
async function submit(wedding: TestWedding, party: TestParty, attending = true) {
  await sites.by(wedding.site.slug);
  flights.length = 0;
  const { status } = await call(`PUT /v1/sites/${wedding.site.slug}/party/reply`, {
    token: party.token,
    headers: { "idempotency-key": aKey() },
    body: answersOf(party, [wedding.ceremony, wedding.dinner], attending),
  });
  assert.equal(status, 200);
  return flights.flat().length;
}

Deno.test("a submission is four statements: the limits, the party, one that reads and one that writes", async () => {
  const wedding = await aWedding(deps);
  const party = await aPartyOf(deps, wedding, [{ name: "Ana" }, { name: "Rui" }, {}]);

  assert.equal(await submit(wedding, party), 4);
  assert.equal(await submit(wedding, party, false), 4);
});

Deno.test("a big party takes no more statements than a small one", async () => {
  const wedding = await aWedding(deps);
  const names = Array.from({ length: 40 }, (_, index) => ({ name: `Guest No${index}` }));
  const party = await aPartyOf(deps, wedding, names);

  assert.equal(await submit(wedding, party), 4);
});

Deno.test("a party's invitation is read in one statement, after the limits and the party", async () => {
  const wedding = await aWedding(deps);
  const party = await aPartyOf(deps, wedding);
  await sites.by(wedding.site.slug);
  flights.length = 0;

  await call(`GET /v1/sites/${wedding.site.slug}/party`, { token: party.token });

  assert.equal(flights.at(-1)?.length, 1);
  assert.equal(flights.flat().length, 3);
});
