import assert from "node:assert/strict";
import { newId } from "../../shared/ids.ts";
import { fullness } from "../http/limits.ts";
import { Problem } from "../problem.ts";
import { testDatabase } from "../testing/database.ts";
import { aSite } from "../testing/fixtures.ts";
import { testDeps } from "../testing/test-deps.ts";
import { clearWithoutScript, countMissWithoutScript } from "./clear-without-script.ts";
import { missBuckets } from "./count-miss.ts";
import { finding } from "./paces.ts";

const sql = await testDatabase();
let now = new Date("2027-01-01T12:00:00Z");
const deps = await testDeps(sql, { now: () => now });

/** Asks so often and says how many went ahead, and how long the others wait. */
async function ask(
  times: number,
  asked: Omit<Parameters<typeof clearWithoutScript>[1], "site">,
  site?: Awaited<ReturnType<typeof aSite>>,
) {
  const on = site ?? await aSite(deps);
  const waits: (number | undefined)[] = [];
  for (let time = 0; time < times; time++) {
    await clearWithoutScript(deps, { ...asked, site: on }).then(
      () => waits.push(0),
      (error) => waits.push(error instanceof Problem ? error.retryAfter : undefined),
    );
  }
  return waits;
}

Deno.test("the form without script is slower, and says how long to wait", async () => {
  const address = newId("caller");

  const finds = await ask(10, { what: "find", address, trapped: false });
  const notes = await ask(6, { what: "note", address, trapped: false });

  assert.deepEqual(finds, [0, 0, 0, 0, 0, 0, 0, 0, 75, 75]);
  assert.deepEqual(notes, [0, 0, 0, 0, 0, 720]);
  now = new Date(now.getTime() + 75_000);
  assert.deepEqual(await ask(2, { what: "find", address, trapped: false }), [0, 75]);
});

Deno.test("whoever fills in what nobody sees is slower still, and not refused for good", async () => {
  const address = newId("caller");

  const waits = await ask(3, { what: "find", address, trapped: true });
  now = new Date(now.getTime() + 300_000);

  assert.deepEqual(waits, [0, 0, 300]);
  assert.deepEqual(await ask(1, { what: "find", address, trapped: true }), [0]);
});

Deno.test("wrong answers of the form without script count among those of the site", async () => {
  const site = await aSite(deps);
  const address = newId("caller");
  const buckets = missBuckets(finding.suspicion, "POST /v1/sites/:site/find", {
    address,
    site: site.id,
  });

  await countMissWithoutScript(deps, { site, address }, new Problem("invitation-not-found"));
  await countMissWithoutScript(deps, { site, address }, new Problem("second-fact-needed"));

  assert.deepEqual(await fullness(sql, buckets, now), [1 / 200, 1 / 120]);
});
