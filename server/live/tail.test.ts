import assert from "node:assert/strict";
import type { SiteId } from "../../shared/ids.ts";
import { changeSiteSettings } from "../sites/change-site-settings.ts";
import { testDatabase } from "../testing/database.ts";
import { aSite, asServer } from "../testing/fixtures.ts";
import { testDeps } from "../testing/test-deps.ts";
import { until } from "../testing/until.ts";
import { testWakes } from "../testing/vendor-line.ts";
import { startTail } from "./tail.ts";

const sql = await testDatabase();

async function twoSites() {
  const wakes = testWakes();
  const deps = { ...await testDeps(sql), wake: wakes.wake };
  const [slow, quick] = [await aSite(deps), await aSite(deps)];
  const change = (siteId: SiteId, names: string) =>
    changeSiteSettings(deps, siteId, asServer, { names });
  return { deps, wakes, slow, quick, change };
}

Deno.test("a site whose readers take long to tell holds no other up, and misses nothing", async () => {
  const { deps, wakes, slow, quick, change } = await twoSites();
  const told = Promise.withResolvers<void>();
  const heard: { siteId: SiteId; count: number }[] = [];
  const of = (siteId: SiteId) => heard.filter((each) => each.siteId === siteId);
  const tail = startTail({ sql, log: deps.log, wakes }, async (siteId, changes) => {
    heard.push({ siteId, count: changes.length });
    if (siteId === slow.id) await told.promise;
  });
  tail.watch(slow.id, slow.changeNumber);
  tail.watch(quick.id, quick.changeNumber);

  await change(slow.id, "Ana & Leo");
  await until("one is told", () => Promise.resolve(of(slow.id).length === 1));
  await change(slow.id, "Leo & Ana");
  await change(slow.id, "Ana, Leo");
  await change(quick.id, "Ana & Leo");
  await until("the other is told", () => Promise.resolve(of(quick.id).length === 1));
  assert.deepEqual(of(slow.id).map(({ count }) => count), [1]);
  told.resolve();
  await until("the rest is told", () => Promise.resolve(of(slow.id).length === 2));
  await tail.stop();

  assert.deepEqual(of(slow.id).map(({ count }) => count), [1, 2]);
});

Deno.test("readers that cannot be told are in the log, and hear what comes next", async () => {
  const { wakes, slow, change } = await twoSites();
  const lines: string[] = [];
  let calls = 0;
  const log = (_level: string, message: string) => void lines.push(message);
  const tail = startTail({ sql, log, wakes }, () => {
    calls += 1;
    return calls === 1 ? Promise.reject(new Error("x")) : Promise.resolve();
  });
  tail.watch(slow.id, slow.changeNumber);

  await change(slow.id, "Ana & Leo");
  await until("it is in the log", () => Promise.resolve(lines.length === 1));
  await change(slow.id, "Leo & Ana");
  await until("the next is told", () => Promise.resolve(calls === 2));
  await tail.stop();

  assert.deepEqual(lines, ["telling changes failed"]);
});
