import assert from "node:assert/strict";
import { ownDatabase } from "../testing/database.ts";
import { anEvent, aParty, aSite } from "../testing/fixtures.ts";
import { aReceiver } from "../testing/receiver.ts";
import { replyOfAll } from "../testing/replying.ts";
import { testDeps } from "../testing/test-deps.ts";
import { until } from "../testing/until.ts";
import { aCaterer, startVendorLine, testWakes } from "../testing/vendor-line.ts";
import { bringForward, deliveriesOf } from "./deliveries.ts";

const sql = await ownDatabase();
const hourMs = 3_600_000;

/** A caterer whose endpoint fails once, after the first try, and a clock that can be put back and forth. */
async function aFailedTry() {
  const caterer = aReceiver((_call, index) => new Response("", { status: index < 1 ? 500 : 200 }));
  let now = new Date();
  const wakes = testWakes();
  const base = await testDeps(sql, { wake: wakes.wake, now: () => now });
  const deps = { ...base, config: { ...base.config, webhookAllow: ["127.0.0.1/32"] } };
  const site = await aSite(deps);
  const dinner = await anEvent(deps, site);
  const party = await aParty(deps, site, { guests: [{ name: "Ana", events: [dinner.id] }] });
  const line = await startVendorLine(deps, wakes);
  const { endpoint } = await aCaterer(deps, site, caterer.url);

  async function delivery() {
    const page = { before: new Date(Date.now() + 1e12), most: 1 };
    return (await deliveriesOf(sql, site.id, endpoint.id, page))[0];
  }
  await replyOfAll(deps, site, party, [dinner.id]);
  await until("the first try is recorded", async () => (await delivery())?.attempts === 1);
  return {
    delivery,
    move(ms: number) {
      now = new Date(now.getTime() + ms);
      line.kick();
      return now;
    },
    tries: async () => {
      await until("it is delivered", async () => (await delivery())?.state === "delivered");
      return (await caterer.received(2)).length;
    },
    async [Symbol.asyncDispose]() {
      await line[Symbol.asyncDispose]();
      await caterer[Symbol.asyncDispose]();
    },
  };
}

Deno.test("a clock that is put forward makes a retry due, once", async () => {
  await using failed = await aFailedTry();

  failed.move(hourMs);

  assert.equal(await failed.tries(), 2);
  assert.equal((await failed.delivery())?.attempts, 2);
});

Deno.test("a clock that is put back makes no retry due at once, and the retry is made an hour late", async () => {
  await using failed = await aFailedTry();

  const now = failed.move(-hourMs);
  await bringForward(sql, now);
  const { attempts, nextAttemptAt } = await failed.delivery() ?? {};
  failed.move(hourMs + 10_000);

  assert.equal(attempts, 1);
  assert.ok(nextAttemptAt && nextAttemptAt.getTime() - now.getTime() < hourMs + 10_000);
  assert.equal(await failed.tries(), 2);
});

Deno.test("what was put off while the clock was years ahead is brought forward, and so is a claim", async () => {
  await using failed = await aFailedTry();

  const now = failed.move(-20_000 * hourMs);
  await bringForward(sql, now);
  failed.move(0);

  assert.equal(await failed.tries(), 2);

  await using claimed = await aFailedTry();
  const { id = "" } = await claimed.delivery() ?? {};
  await sql`update deliveries set claimed_by = 'a process that died' where delivery_id = ${id}`;
  await bringForward(sql, claimed.move(-hourMs));
  claimed.move(0);
  assert.equal(await claimed.tries(), 2);
});
