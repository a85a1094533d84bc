import assert from "node:assert/strict";
import { testDatabase } from "../testing/database.ts";
import { answersOf, aPartyOf, aWedding, headcountOf, send } from "../testing/fixtures-replies.ts";
import { refusedAs } from "../testing/refused-as.ts";
import { testDeps } from "../testing/test-deps.ts";
import { viewParty } from "./read-party.ts";

const sql = await testDatabase();
const deps = await testDeps(sql);

Deno.test("more guests than an event has room for are refused, with how many it has", async () => {
  const wedding = await aWedding(deps, {}, { capacity: 3 });
  const { site, ceremony, dinner } = wedding;
  const couple = [{ name: "Ana Silva" }, { name: "Rui Silva" }];
  const [first, second] = [
    await aPartyOf(deps, wedding, couple),
    await aPartyOf(deps, wedding, couple),
  ];
  await send(deps, site, first, answersOf(first, [dinner]));

  assert.equal((await viewParty(deps, site, second.party)).events[1]?.left, 1);
  await assert.rejects(
    send(deps, site, second, answersOf(second, [ceremony, dinner])),
    refusedAs("event-full", { eventId: dinner.id, left: 1 }),
  );
  assert.equal((await viewParty(deps, site, second.party)).reply, null);
  assert.equal((await headcountOf(deps, site, ceremony)).attending, 0);

  // Whoever is in may change a meal, and make room.
  const { guests } = answersOf(first, [dinner]);
  const { view } = await send(deps, site, first, { guests: guests.slice(0, 1) });
  assert.equal(view.events[1]?.left, 3);
  await send(deps, site, second, answersOf(second, [dinner]));
  await assert.rejects(
    send(deps, site, first, { guests }),
    refusedAs("event-full", { left: 1 }),
  );
});

Deno.test("two parties race for the last seat and one gets it", async () => {
  const wedding = await aWedding(deps, {}, { capacity: 1 });
  const { site, dinner } = wedding;
  const parties = await Promise.all(Array.from({ length: 6 }, () => aPartyOf(deps, wedding)));

  const results = await Promise.allSettled(
    parties.map((party) => send(deps, site, party, answersOf(party, [dinner]))),
  );

  assert.equal(results.filter(({ status }) => status === "fulfilled").length, 1);
  for (const result of results) {
    if (result.status === "rejected") refusedAs("event-full", { left: 0 })(result.reason);
  }
  assert.equal((await headcountOf(deps, site, dinner)).attending, 1);
});

Deno.test("a party stays in an event whose capacity was lowered under it, and may shrink", async () => {
  const wedding = await aWedding(deps);
  const { site, dinner } = wedding;
  const party = await aPartyOf(deps, wedding, [{ name: "Ana" }, { name: "Rui" }, { name: "Eva" }]);
  await send(deps, site, party, answersOf(party, [dinner]));
  await sql`
    update events
    set capacity = 1
    where site_id = ${site.id} and event_id = ${dinner.id}
  `;

  await send(deps, site, party, { ...answersOf(party, [dinner]), note: "Still three!" });
  const { view } = await send(deps, site, party, {
    guests: answersOf(party, [dinner]).guests.slice(0, 2),
  });

  assert.equal((await headcountOf(deps, site, dinner)).attending, 2);
  assert.equal(view.events[1]?.left, 1);
});
