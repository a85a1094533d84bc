import assert from "node:assert/strict";
import { type EndpointId, newId } from "../../shared/ids.ts";
import type { NoticeType } from "../../shared/notices.ts";
import type { Sql, Tx, Value } from "../database/sql.ts";
import { ownDatabase } from "../testing/database.ts";
import { anEvent, aSite } from "../testing/fixtures.ts";
import { testDeps } from "../testing/test-deps.ts";
import { aCaterer } from "../testing/vendor-line.ts";
import { claimDeliveries } from "./claim-deliveries.ts";
import { dropOwed, oweDeliveries, stillClaimed } from "./deliveries.ts";
import { readDelivery } from "./read-delivery.ts";

const sql = await ownDatabase();
const base = await testDeps(sql);
const deps = { ...base, config: { ...base.config, webhookAllow: ["127.0.0.1/32"] } };
const url = "http://127.0.0.1:1/hook";

async function aWedding() {
  const site = await aSite(deps);
  const [dinner, brunch] = [await anEvent(deps, site), await anEvent(deps, site)];
  const owe = async (endpointId: EndpointId, ...types: NoticeType[]) => {
    const now = new Date();
    const owed = types.map((type) => ({
      ...{ siteId: site.id, id: newId("delivery"), endpointId, type, changeNumber: 1 },
      ...{ state: "owed" as const, nextAttemptAt: now },
    }));
    await sql.begin((tx) => oweDeliveries(tx, owed, now));
    return owed;
  };
  const claim = async (
    claimedBy: string,
    { perEndpoint = 100, forMs = 60_000, from = sql } = {},
  ) => {
    const now = new Date();
    const wanted = { most: 1000, perEndpoint, busy: [], now };
    const until = new Date(now.getTime() + forMs);
    const claimed = await claimDeliveries({ ...deps, sql: from }, { ...wanted, claimedBy, until });
    return claimed.filter(({ siteId }) => siteId === site.id);
  };
  return { site, dinner, brunch, owe, claim };
}

Deno.test("numbers are composed with the claim: what will be sent is kept, under each delivery's own seal", async () => {
  const { site, owe, claim } = await aWedding();
  const { endpoint } = await aCaterer(deps, site, url);
  await owe(endpoint.id, "headcount.changed", "headcount.changed");

  const claimed = await claim("us");

  assert.equal(claimed.length, 2);
  for (const { id, body, changeNumber } of claimed) {
    const kept = await readDelivery(deps, site, id);
    assert.equal(kept.body, body);
    assert.equal(kept.changeNumber, changeNumber);
    assert.equal(JSON.parse(body ?? "{}").data.changeNumber, changeNumber);
  }
});

Deno.test("who may see other events is told other numbers, in one claim", async () => {
  const { site, dinner, brunch, owe, claim } = await aWedding();
  const seen = [null, [dinner.id], [brunch.id], []];
  const endpoints: EndpointId[] = [];
  for (const events of seen) {
    const maySee = { names: false, allergiesByGuest: false, events };
    const { endpoint } = await aCaterer(deps, site, url, { maySee });
    await owe(endpoint.id, "headcount.changed");
    endpoints.push(endpoint.id);
  }

  const claimed = await claim("us");

  const told = endpoints.map((endpointId) => {
    const { body = "" } = claimed.find((one) => one.endpointId === endpointId) ?? {};
    return JSON.parse(body).data.events.map(({ eventId }: { eventId: string }) => eventId);
  });
  assert.deepEqual(told, [[dinner.id, brunch.id], [dinner.id], [brunch.id], []]);
});

Deno.test("nothing else is composed with the claim, and what was composed before stays as it was", async () => {
  const { site, owe, claim } = await aWedding();
  const { endpoint } = await aCaterer(deps, site, url);
  const maySee = { names: false, allergiesByGuest: true, events: null };
  const { endpoint: allergist } = await aCaterer(deps, site, url, { maySee });
  const [numbers] = await owe(endpoint.id, "headcount.changed");
  const [before] = await claim("the first", { forMs: 0 });
  await anEvent(deps, site);
  await owe(endpoint.id, "test.ping");
  await owe(allergist.id, "headcount.changed");

  const claimed = await claim("the second");

  assert.equal(before?.id, numbers?.id);
  assert.equal(claimed.length, 3);
  for (const { id, body } of claimed) {
    assert.equal(body, undefined);
    const kept = await readDelivery(deps, site, id);
    assert.equal(kept.body, id === before?.id ? before.body : null);
  }
});

Deno.test("when the numbers of a claim cannot be read it is one all the same, and each try meets that by itself", async () => {
  const { site, owe, claim } = await aWedding();
  const { endpoint } = await aCaterer(deps, site, url);
  const [owed] = await owe(endpoint.id, "headcount.changed");

  const [claimed] = await claim("us", { from: failingAt("from headcounts") });

  assert.equal(claimed?.id, owed?.id);
  assert.equal(claimed?.body, undefined);
  assert.deepEqual(await stillClaimed(sql, claimed ? [claimed] : []), new Set([owed?.id]));
});

Deno.test("whoever claims while another does gets what is left, and never the same", async () => {
  const { site, owe, claim } = await aWedding();
  const { endpoint } = await aCaterer(deps, site, url);
  const { endpoint: other } = await aCaterer(deps, site, url);
  const types = Array.from({ length: 20 }, () => "headcount.changed" as const);
  await owe(endpoint.id, ...types);
  await owe(other.id, ...types);

  const claims = await Promise.all(["a", "b", "c"].map((who) => claim(who, { perEndpoint: 8 })));

  const ids = claims.flat().map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(ids.length >= 16);
  for (const claimed of claims) {
    for (const { id } of [endpoint, other]) {
      assert.ok(claimed.filter(({ endpointId }) => endpointId === id).length <= 8);
    }
  }
});

Deno.test("a claim is held until the delivery is dropped or another has it", async () => {
  const { site, owe, claim } = await aWedding();
  const { endpoint } = await aCaterer(deps, site, url);
  await owe(endpoint.id, "test.ping", "test.ping", "test.ping");
  const claimed = await claim("us", { forMs: 0 });
  const [dropped, taken, held] = claimed;
  assert.ok(dropped && taken && held);
  await sql.begin((tx) => dropOwed(tx, site.id, endpoint.id, dropped));
  await sql`update deliveries set claimed_by = 'another' where delivery_id = ${taken.id}`;

  assert.deepEqual(await stillClaimed(sql, claimed), new Set([held.id]));
});

/** The database, in whose transactions nothing with these words can be read. */
function failingAt(words: string): Sql {
  function failing(tx: Tx): Tx {
    const ask = <Row extends object>(text: TemplateStringsArray, ...values: Value[]) =>
      text.join().includes(words) ? Promise.reject(new Error("odd")) : tx<Row>(text, ...values);
    return Object.assign(ask, tx);
  }
  return Object.assign(
    <Row extends object>(text: TemplateStringsArray, ...values: Value[]) =>
      sql<Row>(text, ...values),
    {
      ...sql,
      begin: <Result>(work: (tx: Tx) => Promise<Result>) => sql.begin((tx) => work(failing(tx))),
    },
  );
}
