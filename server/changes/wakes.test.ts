import assert from "node:assert/strict";
import type { SiteId } from "../../shared/ids.ts";
import { testDatabase } from "../testing/database.ts";
import { until } from "../testing/until.ts";
import { createWakes } from "./wakes.ts";

const sql = await testDatabase();
const log = () => {};

Deno.test("a wake is heard in its own process at once", async () => {
  const wakes = await createWakes({ sql, log });
  const heard: SiteId[] = [];
  const unhear = wakes.onWake((siteIds) => heard.push(...siteIds));

  wakes.wake("site_a");
  unhear();
  wakes.wake("site_b");

  assert.deepEqual(heard, ["site_a"]);
  await wakes.close();
});

Deno.test({
  name: "other processes hear of many wakes in few notifications",
  // The embedded database has one process.
  ignore: sql.engine === "pglite",
  async fn() {
    const one = await createWakes({ sql, log });
    const other = await createWakes({ sql, log });
    const heard = new Set<SiteId>();
    let calls = 0;
    other.onWake((siteIds) => {
      calls += 1;
      siteIds.forEach((siteId) => heard.add(siteId));
    });

    for (let number = 0; number < 100; number += 1) one.wake(`site_test${number}`);
    await until("all hundred are heard", () => Promise.resolve(heard.has("site_test99")));

    assert.ok(heard.size >= 100);
    assert.ok(calls < 20, `${calls} notifications for a hundred wakes`);
    await one.close();
    await other.close();
  },
});
