import assert from "node:assert/strict";
import { randomCharacters } from "../../shared/ids.ts";
import { ownDatabase } from "../testing/database.ts";
import { anEvent, aSite } from "../testing/fixtures.ts";
import { testDeps } from "../testing/test-deps.ts";
import { until } from "../testing/until.ts";
import { testWakes } from "../testing/vendor-line.ts";
import { handOver, startHandingOver } from "./hand-over.ts";
import { registerFollower, type SiteChange } from "./owed-changes.ts";

const sql = await ownDatabase();

/** A follower of the test's own that remembers what it heard of one site. */
function aFollower(heard: SiteChange[], siteId: string) {
  return {
    name: `test-${randomCharacters(12)}`,
    follow: (_tx: unknown, changes: SiteChange[]) => {
      heard.push(...changes.filter((item) => item.siteId === siteId));
      return Promise.resolve();
    },
  };
}

Deno.test("a follower hears of every change exactly once and in order", async () => {
  const wakes = testWakes();
  const deps = await testDeps(sql, { wake: wakes.wake });
  const site = await aSite(deps);
  const heard: SiteChange[] = [];
  const follower = aFollower(heard, site.id);
  const handing = await startHandingOver({ sql, log: deps.log, wakes }, follower, { pollMs: 50 });

  for (let count = 0; count < 5; count += 1) await anEvent(deps, site);
  await until("five changes are heard", () => Promise.resolve(heard.length >= 5));
  await handing.stop();

  assert.deepEqual(heard.map(({ change }) => change.number), [1, 2, 3, 4, 5]);
});

Deno.test("between two batches it rests, and what happens meanwhile is one batch", async () => {
  const wakes = testWakes();
  const deps = await testDeps(sql, { wake: wakes.wake });
  const site = await aSite(deps);
  const heard: SiteChange[] = [];
  const follower = aFollower(heard, site.id);
  const outside = { sql, log: deps.log, wakes };
  const resting = await startHandingOver(outside, follower, { restMs: 3_600_000 });

  await anEvent(deps, site);
  await until("the first change is heard at once", () => Promise.resolve(heard.length > 0));
  for (let count = 0; count < 3; count += 1) await anEvent(deps, site);
  // Who stops does not rest to the end.
  await resting.stop();
  assert.deepEqual(heard.map(({ change }) => change.number), [1]);

  const next = await startHandingOver(outside, follower);
  await until("the others are heard", () => Promise.resolve(heard.length === 4));
  await next.stop();
});

Deno.test("what a follower could not take is owed to it still", async () => {
  const deps = await testDeps(sql);
  const site = await aSite(deps);
  const heard: SiteChange[] = [];
  const follower = aFollower(heard, site.id);
  await registerFollower(sql, follower.name);
  await anEvent(deps, site);

  const failing = { ...follower, follow: () => Promise.reject(new Error("not now")) };
  await assert.rejects(handOver(sql, failing), /not now/);
  await handOver(sql, follower);
  await handOver(sql, follower);

  assert.deepEqual(heard.map(({ change }) => change.number), [1]);
});

Deno.test("several processes share the work and no change is taken twice", async () => {
  const deps = await testDeps(sql);
  const site = await aSite(deps);
  const heard: SiteChange[] = [];
  const follower = aFollower(heard, site.id);
  await registerFollower(sql, follower.name);
  for (let count = 0; count < 10; count += 1) await anEvent(deps, site);

  await Promise.all(Array.from({ length: 4 }, () => handOver(sql, follower)));
  await handOver(sql, follower);

  const numbers = heard.map(({ change }) => change.number).toSorted((a, b) => a - b);
  assert.deepEqual(numbers, Array.from({ length: 10 }, (_, index) => index + 1));
});
