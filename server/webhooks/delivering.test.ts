import assert from "node:assert/strict";
import { Webhook as StandardWebhook } from "standardwebhooks";
import { Webhook as SvixWebhook } from "svix";
import type { SiteHead } from "../sites/sites.ts";
import type { Deps } from "../deps.ts";
import { ownDatabase } from "../testing/database.ts";
import type { EventId } from "../../shared/ids.ts";
import { submissionSchema } from "../../shared/reply.ts";
import { submitReply } from "../rsvp/submit-reply.ts";
import { changeVendor } from "../vendors/save-vendor.ts";
import { changeEndpoint } from "./save-endpoint.ts";
import { anEvent, aParty, aSite, asServer, type TestParty } from "../testing/fixtures.ts";
import { aReceiver, type ReceivedCall } from "../testing/receiver.ts";
import { replyOfAll } from "../testing/replying.ts";
import { testDeps } from "../testing/test-deps.ts";
import { until } from "../testing/until.ts";
import { aCaterer, startVendorLine, testWakes } from "../testing/vendor-line.ts";
import { deliveriesOf } from "./deliveries.ts";
import { endpointOf } from "./endpoints.ts";
import { readDelivery } from "./read-delivery.ts";
import { rotateSecret } from "./rotate-secret.ts";
import { replayDeliveries, sendTest } from "./send-again.ts";

const sql = await ownDatabase();

async function aWedding(overrides: Partial<Deps> = {}) {
  const wakes = testWakes();
  const base = await testDeps(sql, { wake: wakes.wake, ...overrides });
  const deps = { ...base, config: { ...base.config, webhookAllow: ["127.0.0.1/32"] } };
  const site = await aSite(deps);
  const dinner = await anEvent(deps, site);
  const party = await aParty(deps, site, {
    guests: [{ name: "Ana Silva", events: [dinner.id] }, {
      name: "Leo Silva",
      age: "child",
      events: [dinner.id],
    }],
  });
  return { deps, wakes, site, dinner, party };
}

async function settled(
  deps: Deps,
  site: SiteHead,
  endpointId: `endpoint_${string}`,
  count: number,
) {
  return await until(`${count} deliveries are settled`, async () => {
    const page = { before: new Date(Date.now() + 1e8), most: 100 };
    const rows = await deliveriesOf(deps.sql, site.id, endpointId, page);
    const done = rows.filter(({ state }) => state !== "owed" && state !== "gathering");
    return done.length >= count && done;
  });
}

function verifiedByBoth(secret: string, { body, headers }: ReceivedCall): void {
  new StandardWebhook(secret).verify(body, headers);
  new SvixWebhook(secret).verify(body, headers);
}

Deno.test("a reply reaches the caterer as a signed headcount that two libraries accept", async () => {
  await using caterer = aReceiver();
  const { deps, wakes, site, dinner, party } = await aWedding();
  await using _line = await startVendorLine(deps, wakes);
  const { endpoint } = await aCaterer(deps, site, caterer.url);

  const { changeNumber } = await replyOfAll(deps, site, party, [dinner.id]);
  const [call] = await caterer.received(1);

  assert.ok(call);
  verifiedByBoth(endpoint.secret, call);
  const notice = JSON.parse(call.body);
  assert.equal(notice.type, "headcount.changed");
  assert.equal(notice.data.changeNumber, changeNumber);
  assert.equal(notice.data.events[0].headcount.attending, 2);
  assert.equal(notice.data.events[0].headcount.children, 1);
  const [delivery] = await settled(deps, site, endpoint.id, 1);
  assert.equal(delivery?.state, "delivered");
  assert.equal(call.headers["webhook-id"], delivery?.id);
});

Deno.test("a delivery with another body, an old timestamp or another secret is refused by both libraries", async () => {
  await using caterer = aReceiver();
  const { deps, wakes, site, dinner, party } = await aWedding();
  await using _line = await startVendorLine(deps, wakes);
  const { endpoint } = await aCaterer(deps, site, caterer.url);
  await replyOfAll(deps, site, party, [dinner.id]);
  const [call] = await caterer.received(1);
  assert.ok(call);
  const old = String(Number(call.headers["webhook-timestamp"]) - 3600);
  const other = await aCaterer(deps, site, caterer.url);

  const tampered = { ...call, body: call.body.replace('"attending":2', '"attending":20') };
  const late = { ...call, headers: { ...call.headers, "webhook-timestamp": old } };

  assert.notEqual(tampered.body, call.body);
  for (const Library of [StandardWebhook, SvixWebhook]) {
    const verify = (secret: string, { body, headers }: ReceivedCall) => () =>
      new Library(secret).verify(body, headers);
    assert.doesNotThrow(verify(endpoint.secret, call));
    assert.throws(verify(endpoint.secret, tampered));
    assert.throws(verify(endpoint.secret, late));
    assert.throws(verify(other.endpoint.secret, call));
  }
});

Deno.test("after a rotation, receivers with the old and with the new secret both accept, for a day", async () => {
  await using caterer = aReceiver();
  let now = new Date();
  const { deps, wakes, site, dinner, party } = await aWedding({ now: () => now });
  await using line = await startVendorLine(deps, wakes);
  const { endpoint } = await aCaterer(deps, site, caterer.url);

  const { secret } = await rotateSecret(deps, site, asServer, endpoint.id);
  await replyOfAll(deps, site, party, [dinner.id]);
  const [first] = await caterer.received(1);
  assert.ok(first);
  verifiedByBoth(endpoint.secret, first);
  verifiedByBoth(secret, first);

  await settled(deps, site, endpoint.id, 1);
  now = new Date(now.getTime() + 25 * 3_600_000);
  await replyOfAll(deps, site, party, [dinner.id], false);
  line.kick();
  const [, second] = await caterer.received(2);
  assert.equal(second?.headers["webhook-signature"]?.split(" ").length, 1);
});

Deno.test("a burst of replies within the quiet period is one delivery with the last numbers", async () => {
  await using caterer = aReceiver();
  let now = new Date();
  const { deps, wakes, site, dinner, party } = await aWedding({ now: () => now });
  const { endpoint } = await aCaterer(deps, site, caterer.url, { quietSeconds: 30 });
  const other = await aParty(deps, site, { guests: [{ name: "Zoë", events: [dinner.id] }] });
  await using line = await startVendorLine(deps, wakes);

  await replyOfAll(deps, site, party, [dinner.id]);
  await replyOfAll(deps, site, party, [dinner.id], false);
  const { changeNumber } = await replyOfAll(deps, site, other, [dinner.id]);
  await until("everything gathers in one delivery", async () => {
    const page = { before: new Date(Date.now() + 1e8), most: 10 };
    const [delivery, ...more] = await deliveriesOf(sql, site.id, endpoint.id, page);
    return more.length === 0 && delivery?.changeNumber === changeNumber;
  });
  assert.equal(caterer.calls.length, 0);

  now = new Date(now.getTime() + 31_000);
  line.kick();
  const [call] = await caterer.received(1);

  const { data } = JSON.parse(call?.body ?? "{}");
  assert.equal(data.changeNumber, changeNumber);
  assert.equal(data.events[0].headcount.attending, 1);
  await settled(deps, site, endpoint.id, 1);
  assert.equal(caterer.calls.length, 1);
});

Deno.test("a receiver that fails is tried again by the schedule with the same id and the same bytes", async () => {
  await using caterer = aReceiver((_call, index) =>
    new Response("kitchen on fire", { status: index < 2 ? 500 : 200 })
  );
  let now = new Date();
  const { deps, wakes, site, dinner, party } = await aWedding({ now: () => now });
  await using line = await startVendorLine(deps, wakes);
  const { endpoint } = await aCaterer(deps, site, caterer.url);

  const { changeNumber } = await replyOfAll(deps, site, party, [dinner.id]);
  for (const [attempts, waitMs] of [[1, 6_000], [2, 360_000]] as const) {
    await caterer.received(attempts);
    await until(`attempt ${attempts} is recorded`, async () => {
      const page = { before: new Date(now.getTime() + 1e8), most: 1 };
      const [delivery] = await deliveriesOf(sql, site.id, endpoint.id, page);
      return delivery?.attempts === attempts;
    });
    now = new Date(now.getTime() + waitMs);
    line.kick();
  }
  const calls = await caterer.received(3);
  const [delivery] = await settled(deps, site, endpoint.id, 1);

  assert.equal(new Set(calls.map(({ headers }) => headers["webhook-id"])).size, 1);
  assert.equal(new Set(calls.map(({ body }) => body)).size, 1);
  assert.ok(delivery);
  const { log, state } = await readDelivery(deps, site, delivery.id);
  assert.equal(state, "delivered");
  assert.equal(JSON.parse(calls[0]?.body ?? "").data.changeNumber, changeNumber);
  assert.deepEqual(log.map(({ number, status, answer }) => [number, status, answer]), [
    [1, 500, "kitchen on fire"],
    [2, 500, "kitchen on fire"],
    [3, 200, "kitchen on fire"],
  ]);
});

Deno.test("a receiver that says 410 gets nothing more, and the log says so", async () => {
  await using caterer = aReceiver(() => new Response(null, { status: 410 }));
  const { deps, wakes, site, dinner, party } = await aWedding();
  await using _line = await startVendorLine(deps, wakes);
  const { endpoint } = await aCaterer(deps, site, caterer.url);

  await replyOfAll(deps, site, party, [dinner.id]);
  await until(
    "the endpoint is disabled",
    async () => (await endpointOf(sql, site.id, endpoint.id))?.disabled === "gone",
  );
  await replyOfAll(deps, site, party, [dinner.id], false);
  await until("the second change is handed over", async () => {
    const owed = await sql`
      select number
      from owed_changes
      where site_id = ${site.id} and follower = 'webhooks'
    `;
    return owed.length === 0;
  });

  const news = await sql`
    select data
    from changes
    where site_id = ${site.id} and type = 'endpoint.disabled'
  `;
  assert.equal(news.length, 1);
  assert.equal(caterer.calls.length, 1);
});

Deno.test("an endpoint that has failed for five days is disabled", async () => {
  await using caterer = aReceiver(() => new Response(null, { status: 500 }));
  let now = new Date();
  const { deps, wakes, site, dinner, party } = await aWedding({ now: () => now });
  await using line = await startVendorLine(deps, wakes);
  const { endpoint } = await aCaterer(deps, site, caterer.url);

  await replyOfAll(deps, site, party, [dinner.id]);
  await until(
    "it is failing",
    async () => (await endpointOf(sql, site.id, endpoint.id))?.failingSince,
  );
  now = new Date(now.getTime() + 5 * 86_400_000 + 60_000);
  line.kick();

  await until(
    "it is disabled",
    async () => (await endpointOf(sql, site.id, endpoint.id))?.disabled === "failing",
  );
});

Deno.test("a vendor is told only what it may see", async () => {
  await using curious = aReceiver();
  await using trusted = aReceiver();
  const { deps, wakes, site, dinner } = await aWedding();
  const brunch = await anEvent(deps, site, { name: "Brunch" });
  const party = await aParty(deps, site, {
    guests: [{ name: "Zoë Brown", events: [dinner.id, brunch.id] }],
  });
  await using _line = await startVendorLine(deps, wakes);
  await aCaterer(deps, site, curious.url, {
    maySee: { names: false, allergiesByGuest: false, events: [brunch.id] },
  });
  await aCaterer(deps, site, trusted.url, {
    maySee: { names: true, allergiesByGuest: true, events: null },
    types: ["reply.submitted"],
  });

  await replyOfAll(deps, site, party, [dinner.id, brunch.id]);
  const [counts] = await curious.received(1);
  const [reply] = await trusted.received(1);

  assert.deepEqual(
    JSON.parse(counts?.body ?? "").data.events.map(({ name }: { name: string }) => name),
    ["Brunch"],
  );
  assert.ok(!counts?.body.includes("Zoë"));
  assert.equal(JSON.parse(reply?.body ?? "").data.replies[0].name, "Zoë Brown");
});

Deno.test("a test and a replay go the same way as any delivery", async () => {
  await using caterer = aReceiver();
  const { deps, wakes, site, dinner, party } = await aWedding();
  await using line = await startVendorLine(deps, wakes);
  const { endpoint } = await aCaterer(deps, site, caterer.url);

  const testId = await sendTest(deps, site, endpoint.id);
  line.kick();
  const [ping] = await caterer.received(1);
  assert.ok(ping);
  verifiedByBoth(endpoint.secret, ping);
  assert.equal(ping.headers["webhook-id"], testId);

  await replyOfAll(deps, site, party, [dinner.id]);
  const [, first] = await caterer.received(2);
  await settled(deps, site, endpoint.id, 2);
  const since = new Date(Date.now() - 3_600_000);
  assert.equal(await replayDeliveries(deps, site, endpoint.id, { since }), 2);
  line.kick();
  const calls = await caterer.received(4);

  const again = calls.slice(2).map(({ headers, body }) => [headers["webhook-id"], body]);
  assert.deepEqual(
    new Map(again as [string, string][]),
    new Map([[testId, ping.body], [first?.headers["webhook-id"] ?? "", first?.body ?? ""]]),
  );
});

Deno.test("a delivery whose process died is tried by the next one when the claim has run out", async () => {
  await using caterer = aReceiver();
  let now = new Date();
  const { deps, wakes, site } = await aWedding({ now: () => now });
  const { endpoint } = await aCaterer(deps, site, caterer.url);
  await sql`
    insert into deliveries (
      site_id, delivery_id, endpoint_id, type, change_number, state, next_attempt_at, claimed_by,
      created_at
    )
    values (
      ${site.id}, 'delivery_left', ${endpoint.id}, 'headcount.changed', 1, 'owed',
      ${new Date(now.getTime() + 25_000)}, 'a process that died', ${now}
    )
  `;
  await using line = await startVendorLine(deps, wakes);
  now = new Date(now.getTime() + 26_000);
  line.kick();

  await caterer.received(1);
  await until("the left one is delivered", async () => {
    const rows = await sql<{ state: string }>`
      select state
      from deliveries
      where site_id = ${site.id} and delivery_id = 'delivery_left'
    `;
    return rows[0]?.state === "delivered";
  });
});

Deno.test("what a vendor may no longer see is not in what it had not got yet", async () => {
  await using caterer = aReceiver((_call, index) =>
    new Response(null, { status: index === 0 ? 500 : 204 })
  );
  let now = new Date();
  const { deps, wakes, site, dinner } = await aWedding({ now: () => now });
  const party = await aParty(deps, site, { guests: [{ name: "Zoë Brown", events: [dinner.id] }] });
  await using line = await startVendorLine(deps, wakes);
  const { vendor, endpoint } = await aCaterer(deps, site, caterer.url, {
    maySee: { names: false, allergiesByGuest: true, events: null },
  });
  await sendAllergy(deps, site, party, dinner.id);
  const [before] = await caterer.received(1);
  await until(
    "the failure is recorded",
    async () => (await endpointOf(sql, site.id, endpoint.id))?.failingSince,
  );

  await changeVendor(deps, site, asServer, vendor.id, {
    maySee: { names: false, allergiesByGuest: false, events: null },
  });
  now = new Date(now.getTime() + 6_000);
  line.kick();
  const [, after] = await caterer.received(2);

  assert.ok(before && before.body.includes("Zoë Brown"));
  assert.ok(after && !after.body.includes("Zoë") && !after.body.includes("allergiesByGuest"));
  assert.equal(after.headers["webhook-id"], before.headers["webhook-id"]);
});

Deno.test("a disabled endpoint that is enabled again is told the numbers of now", async () => {
  await using caterer = aReceiver();
  const { deps, wakes, site, dinner, party } = await aWedding();
  await using line = await startVendorLine(deps, wakes);
  const { endpoint } = await aCaterer(deps, site, caterer.url);
  await changeEndpoint(deps, site, asServer, endpoint.id, { enabled: false });
  await replyOfAll(deps, site, party, [dinner.id]);

  await changeEndpoint(deps, site, asServer, endpoint.id, { enabled: true });
  line.kick();
  const [call] = await caterer.received(1);

  assert.equal(JSON.parse(call?.body ?? "{}").data.events[0].headcount.attending, 2);
});

Deno.test("a notice that cannot be composed is a failed attempt that people can see", async () => {
  await using caterer = aReceiver();
  const { deps, wakes, site } = await aWedding();
  const { endpoint } = await aCaterer(deps, site, caterer.url);
  await sql`
    insert into deliveries (
      site_id, delivery_id, endpoint_id, type, change_number, state, next_attempt_at, created_at
    )
    values (
      ${site.id}, 'delivery_odd', ${endpoint.id}, 'site.changed', 999, 'owed', ${deps.now()},
      ${deps.now()}
    )
  `;
  await using _line = await startVendorLine(deps, wakes);

  const { log } = await until("an attempt is recorded", async () => {
    const delivery = await readDelivery(deps, site, "delivery_odd");
    return delivery.attempts > 0 && delivery;
  });

  assert.match(log[0]?.problem ?? "", /^not-composed/);
  assert.ok(!caterer.calls.some(({ headers }) => headers["webhook-id"] === "delivery_odd"));
});

async function sendAllergy(
  deps: Deps,
  site: SiteHead,
  { party, guests }: TestParty,
  eventId: EventId,
): Promise<void> {
  const submission = submissionSchema.parse({
    guests: guests.map(({ id }) => ({
      guestId: id,
      replies: [{ eventId, attending: true }],
      allergies: [{ allergen: "nuts", severity: "life-threatening" }],
    })),
  });
  const by = { kind: "guest", partyId: party.id } as const;
  await submitReply(deps, site, party, { key: "with-an-allergy", submission, by });
}
