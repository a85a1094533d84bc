import assert from "node:assert/strict";
import { newId } from "../../shared/ids.ts";
import type { FreshClaim } from "./claim-deliveries.ts";
import { createTurns } from "./turns.ts";

const siteId = newId("site");
const [caterer, florist] = [newId("endpoint"), newId("endpoint")];

function aClaim(endpointId: FreshClaim["endpointId"]): FreshClaim {
  return {
    ...{ siteId, id: newId("delivery"), endpointId, type: "headcount.changed", changeNumber: 1 },
    ...{ bodySealed: null, maySee: null, attempts: 0, attemptsBefore: 0, claimedBy: "us" },
  };
}

function manyOf(endpointId: FreshClaim["endpointId"], count: number): FreshClaim[] {
  return Array.from({ length: count }, () => aClaim(endpointId));
}

Deno.test("endpoints take turns, however much one of them is owed", () => {
  const turns = createTurns({ atOncePerEndpoint: 4, patienceMs: 60_000 });
  turns.add([...manyOf(caterer, 16), ...manyOf(florist, 2)]);

  const order = Array.from({ length: 4 }, () => turns.next()?.endpointId);

  assert.deepEqual(order, [caterer, florist, caterer, florist]);
});

Deno.test("no endpoint has more under way than it may, and the next waits for the end of one", () => {
  const turns = createTurns({ atOncePerEndpoint: 2, patienceMs: 60_000 });
  turns.add(manyOf(caterer, 4));
  assert.equal(turns.ready, 2);

  const started = [turns.next(), turns.next(), turns.next()];
  assert.deepEqual(started.map((one) => one !== undefined), [true, true, false]);
  assert.equal(turns.ready, 0);

  assert.equal(turns.ended(caterer, false), false);
  assert.equal(turns.ready, 1);
  assert.ok(turns.next());
});

Deno.test("an endpoint is busy until the last that was claimed of it has ended", () => {
  const turns = createTurns({ atOncePerEndpoint: 4, patienceMs: 60_000 });
  turns.add(manyOf(caterer, 2));
  turns.next();
  assert.equal(turns.ended(caterer, false), false);
  turns.next();
  assert.deepEqual(turns.busy, [caterer]);

  assert.equal(turns.ended(caterer, false), true);
  assert.deepEqual(turns.busy, []);
});

Deno.test("a receiver that has one may have the next, and is busy until the first is recorded", () => {
  const turns = createTurns({ atOncePerEndpoint: 1, patienceMs: 60_000 });
  turns.add(manyOf(caterer, 2));
  turns.next();
  assert.equal(turns.ready, 0);

  turns.arrived(caterer);
  assert.equal(turns.ready, 1);
  turns.next();
  assert.equal(turns.ended(caterer, false), false);
  assert.equal(turns.ended(caterer, true), true);
});

Deno.test("after one that did not arrive, where the others go is read again", () => {
  const turns = createTurns({ atOncePerEndpoint: 1, patienceMs: 60_000 });
  const endpoint = {
    ...{ id: caterer, vendorId: newId("vendor"), types: [], disabled: null, failingSince: null },
    ...{ urlSealed: new Uint8Array(), secretsSealed: new Uint8Array() },
  };
  const maySee = { names: false, allergiesByGuest: false, events: null };
  const value = { siteId, endpointId: caterer, keySealed: new Uint8Array(), endpoint, maySee };
  turns.add(manyOf(caterer, 3).map((one) => ({ ...one, target: { value, readAt: 0 } })));

  assert.ok(turns.next()?.target);
  turns.arrived(caterer);
  turns.ended(caterer, true);
  assert.ok(turns.next()?.target);
  turns.ended(caterer, false);
  assert.equal(turns.next()?.target, undefined);
});

Deno.test("what waited for longer than it may is not tried any more, and is handed out once", () => {
  const turns = createTurns({ atOncePerEndpoint: 4, patienceMs: -1 });
  const claimed = manyOf(caterer, 3);
  turns.add(claimed);

  assert.equal(turns.next(), undefined);
  assert.deepEqual(turns.takeStale(), claimed);
  assert.deepEqual(turns.takeStale(), []);
  assert.deepEqual([turns.ready, turns.busy], [0, []]);
});
