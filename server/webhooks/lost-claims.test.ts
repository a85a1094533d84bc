import assert from "node:assert/strict";
import { isDatabaseAway } from "../database/errors.ts";
import type { Sql, Value } from "../database/sql.ts";
import type { Deps } from "../deps.ts";
import type { SiteHead } from "../sites/sites.ts";
import { ownDatabase } from "../testing/database.ts";
import { anEvent, aParty, aSite, asServer } from "../testing/fixtures.ts";
import { aReceiver } from "../testing/receiver.ts";
import { replyOfAll } from "../testing/replying.ts";
import { testDeps } from "../testing/test-deps.ts";
import { until } from "../testing/until.ts";
import { aCaterer, startVendorLine, testWakes } from "../testing/vendor-line.ts";
import { changeVendor } from "../vendors/save-vendor.ts";
import { attemptDelivery } from "./attempt-delivery.ts";
import { claimDeliveries, type FreshClaim } from "./claim-deliveries.ts";
import { endpointOf } from "./endpoints.ts";
import { postDelivery } from "./post.ts";
import { readDelivery } from "./read-delivery.ts";
import { createRecords } from "./records.ts";
import { sendTest } from "./send-again.ts";

const sql = await ownDatabase();

async function aWedding() {
  const wakes = testWakes();
  const base = await testDeps(sql, { wake: wakes.wake });
  const deps = { ...base, config: { ...base.config, webhookAllow: ["127.0.0.1/32"] } };
  const site = await aSite(deps);
  const dinner = await anEvent(deps, site);
  const party = await aParty(deps, site, {
    guests: [{ name: "Ana Silva", events: [dinner.id] }],
  });
  return { deps, wakes, site, dinner, party };
}

Deno.test("whoever comes back after its claim has run out sends nothing", async () => {
  await using caterer = aReceiver();
  const { deps, site, dinner, party } = await aWedding();
  const records = createRecords(sql);
  const delivering = { ...deps, records, post: postDelivery, chance: () => 0.5 };
  const { endpoint } = await aCaterer(deps, site, caterer.url);
  await oweHeadcounts(deps, site, endpoint.id);
  const claimed = await aClaim(deps, site, "the first", new Date());
  const again = await aClaim(deps, site, "the other", new Date(Date.now() + 60_000));

  await attemptDelivery(delivering, again);
  await replyOfAll(deps, site, party, [dinner.id]);
  const { target: _, ...late } = claimed;
  await attemptDelivery(delivering, late);

  assert.equal(caterer.calls.length, 1);
  const { state, attempts, body } = await readDelivery(deps, site, again.id);
  assert.deepEqual({ state, attempts }, { state: "delivered", attempts: 1 });
  assert.equal(caterer.calls[0]?.body, body);
});

Deno.test("whoever loses its claim while it composes sends nothing else under the same id", async () => {
  await using caterer = aReceiver();
  const { deps, site, dinner, party } = await aWedding();
  const records = createRecords(sql);
  const delivering = { ...deps, records, post: postDelivery, chance: () => 0.5 };
  const { endpoint } = await aCaterer(deps, site, caterer.url, { maySee: composedAtTheTry });
  await oweHeadcounts(deps, site, endpoint.id);
  const claimed = await aClaim(deps, site, "the first", new Date());
  const late: typeof records = {
    ...records,
    async facts(siteId) {
      const facts = await records.facts(siteId);
      const again = await aClaim(deps, site, "the other", new Date(Date.now() + 60_000));
      await attemptDelivery(delivering, again);
      await replyOfAll(deps, site, party, [dinner.id]);
      return facts;
    },
  };

  const lost = attemptDelivery({ ...delivering, records: late }, claimed);

  await assert.rejects(lost, { name: "ClaimLost" });
  assert.equal(caterer.calls.length, 1);
  const { state, attempts } = await readDelivery(deps, site, claimed.id);
  assert.deepEqual({ state, attempts }, { state: "delivered", attempts: 1 });
});

Deno.test("a right that is taken away while a claimed delivery waits for its turn reaches it", async () => {
  await using caterer = aReceiver();
  const { deps, site, dinner } = await aWedding();
  const records = createRecords(sql);
  const delivering = { ...deps, records, post: postDelivery, chance: () => 0.5 };
  const { vendor, endpoint } = await aCaterer(deps, site, caterer.url);
  await oweHeadcounts(deps, site, endpoint.id);
  const { target: _, ...claimed } = await aClaim(
    deps,
    site,
    "us",
    new Date(Date.now() + 60_000),
  );

  const maySee = { names: false, allergiesByGuest: false, events: [] };
  await changeVendor(deps, site, asServer, vendor.id, { maySee });
  await attemptDelivery(delivering, claimed);

  const [call] = caterer.calls;
  assert.ok(claimed.body?.includes(dinner.id));
  assert.deepEqual(JSON.parse(call?.body ?? "{}").data.events, []);
  assert.equal((await readDelivery(deps, site, claimed.id)).body, call?.body);
});

Deno.test("a database that goes away while a notice is composed is no failed try of the receiver's", async () => {
  await using caterer = aReceiver();
  const { deps, site } = await aWedding();
  const { endpoint } = await aCaterer(deps, site, caterer.url, { maySee: composedAtTheTry });
  await oweHeadcounts(deps, site, endpoint.id);
  const claimed = await aClaim(deps, site, "somebody", new Date(Date.now() + 60_000));
  const away = lostAt("from headcounts");
  const records = createRecords(away);
  const delivering = { ...deps, sql: away, records, post: postDelivery, chance: () => 0.5 };

  await assert.rejects(attemptDelivery(delivering, claimed), isDatabaseAway);

  assert.equal((await readDelivery(deps, site, claimed.id)).attempts, 0);
  assert.equal((await endpointOf(sql, site.id, endpoint.id))?.failingSince, null);
});

Deno.test("a try that could not be recorded is made again as soon as the database is back", async () => {
  await using caterer = aReceiver();
  const { deps, wakes, site } = await aWedding();
  const lost = lostAt("insert into attempts", () => caterer.calls.length > 1);
  await using _line = await startVendorLine({ ...deps, sql: lost }, wakes);
  const { endpoint } = await aCaterer(deps, site, caterer.url);
  const id = await sendTest(deps, site, endpoint.id);

  const [first, second] = await caterer.received(2);
  const { attempts } = await until("it is delivered", async () => {
    const delivery = await readDelivery(deps, site, id);
    return delivery.state === "delivered" && delivery;
  });

  assert.equal(attempts, 1);
  assert.equal(second?.headers["webhook-id"], first?.headers["webhook-id"]);
  assert.equal(second?.body, first?.body);
});

/** The database, whose connection is lost whenever it is asked something with these words, until it is back. */
function lostAt(words: string, isBack: () => boolean = () => false): Sql {
  return Object.assign(
    <Row extends object>(text: TemplateStringsArray, ...values: Value[]) => {
      if (isBack() || !text.join().includes(words)) return sql<Row>(text, ...values);
      return Promise.reject(Object.assign(new Error("lost"), { code: "CONNECTION_CLOSED" }));
    },
    { ...sql },
  );
}

/** Numbers that need more than numbers are read at the try. */
const composedAtTheTry = { names: false, allergiesByGuest: true, events: null };

/** Owes an endpoint the numbers of its site. */
async function oweHeadcounts(
  deps: Deps,
  site: SiteHead,
  endpointId: `endpoint_${string}`,
): Promise<void> {
  await sendTest(deps, site, endpointId);
  await sql`update deliveries set type = 'headcount.changed' where site_id = ${site.id}`;
}

/** Claims the delivery that the site's endpoint is owed, as some process does. */
async function aClaim(
  { keys }: Pick<Deps, "keys">,
  site: SiteHead,
  claimedBy: string,
  until: Date,
): Promise<FreshClaim> {
  const due = await claimDeliveries({ sql, keys }, {
    most: 1000,
    perEndpoint: 10,
    busy: [],
    claimedBy,
    now: new Date(),
    until,
  });
  const own = due.find(({ siteId }) => siteId === site.id);
  assert.ok(own);
  return own;
}
