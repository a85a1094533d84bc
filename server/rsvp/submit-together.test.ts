import assert from "node:assert/strict";
import { findBreak } from "../changes/chain.ts";
import { changeSite } from "../changes/change-site.ts";
import { changesAfter } from "../changes/changes.ts";
import { countFlights } from "../testing/count-flights.ts";
import { testDatabase } from "../testing/database.ts";
import { asServer } from "../testing/fixtures.ts";
import {
  aKey,
  answersOf,
  aPartyOf,
  aWedding,
  headcountOf,
  send,
} from "../testing/fixtures-replies.ts";
import { refusedAs } from "../testing/refused-as.ts";
import { testDeps } from "../testing/test-deps.ts";
import { viewParty } from "./read-party.ts";

const sql = await testDatabase();

/** Each with statements that are counted apart, and flights of its own. */
async function watchedDeps() {
  const { sql: watched, flights } = countFlights(sql);
  const woken: string[] = [];
  const deps = await testDeps(watched, { wake: (siteId) => woken.push(siteId) });
  return { deps, flights, woken };
}

Deno.test("submissions of one moment, to whatever sites, are two statements together", async () => {
  const { deps, flights, woken } = await watchedDeps();
  const weddings = await Promise.all([aWedding(deps), aWedding(deps), aWedding(deps)]);
  const parties = await Promise.all(weddings.map((wedding) => aPartyOf(deps, wedding)));
  flights.length = 0;
  woken.length = 0;

  await Promise.all(weddings.map(({ site, dinner }, index) => {
    const party = parties[index];
    assert.ok(party);
    return send(deps, site, party, answersOf(party, [dinner]));
  }));

  assert.equal(flights.flat().length, 2);
  assert.deepEqual(woken.toSorted(), weddings.map(({ site }) => site.id).toSorted());
  for (const { site, dinner } of weddings) {
    assert.equal((await headcountOf(deps, site, dinner)).attending, 1);
  }
});

Deno.test("those of one site are decided in turn: numbers add up, the log is whole, its followers are woken once", async () => {
  const { deps, flights, woken } = await watchedDeps();
  const wedding = await aWedding(deps);
  const { site, dinner } = wedding;
  const parties = await Promise.all(Array.from({ length: 8 }, () => aPartyOf(deps, wedding)));
  flights.length = 0;
  woken.length = 0;

  const sent = await Promise.all(
    parties.map((party) => send(deps, site, party, answersOf(party, [dinner]))),
  );

  assert.equal(flights.flat().length, 2);
  assert.deepEqual(woken, [site.id]);
  assert.equal((await headcountOf(deps, site, dinner)).attending, 8);
  const changes = await changesAfter(sql, site.id, 0, 100);
  assert.equal(findBreak(site.id, changes), undefined);
  assert.equal(new Set(sent.map(({ changeNumber }) => changeNumber)).size, 8);
  assert.equal(Math.max(...sent.map(({ changeNumber }) => changeNumber)), changes.length);
});

Deno.test("a refusal is for the one who is refused", async () => {
  const { deps, woken } = await watchedDeps();
  const wedding = await aWedding(deps, {}, { capacity: 2 });
  const { site, dinner } = wedding;
  const big = await aPartyOf(deps, wedding, [{ name: "A" }, { name: "B" }, { name: "C" }]);
  const small = await aPartyOf(deps, wedding);
  woken.length = 0;

  const [refused, taken] = await Promise.allSettled([
    send(deps, site, big, answersOf(big, [dinner])),
    send(deps, site, small, answersOf(small, [dinner])),
  ]);

  assert.ok(refused?.status === "rejected");
  refusedAs("event-full", { left: 2 })(refused.reason);
  assert.equal(taken?.status, "fulfilled");
  assert.deepEqual(woken, [site.id]);
  assert.equal((await headcountOf(deps, site, dinner)).attending, 1);
});

Deno.test("what the database does not take of one is the end of no other", async () => {
  const { deps } = await watchedDeps();
  const wedding = await aWedding(deps);
  const { site, dinner } = wedding;
  const parties = await Promise.all([1, 2, 3].map(() => aPartyOf(deps, wedding)));
  const [first, second, third] = parties;
  assert.ok(first && second && third);
  const key = aKey();

  const results = await Promise.allSettled([
    send(deps, site, first, answersOf(first, [dinner]), key),
    // Its key is another party's: one row too many.
    send(deps, site, second, answersOf(second, [dinner]), key),
    send(deps, site, third, answersOf(third, [dinner])),
  ]);

  assert.equal(results.filter(({ status }) => status === "fulfilled").length, 2);
  const refused = results.find((result) => result.status === "rejected");
  refusedAs("idempotency-key-reused")(refused?.reason);
  assert.equal((await headcountOf(deps, site, dinner)).attending, 2);
  assert.equal(findBreak(site.id, await changesAfter(sql, site.id, 0, 100)), undefined);
});

Deno.test("a site that somebody is changing holds up no other, and its submission comes after the change", async () => {
  const { deps } = await watchedDeps();
  const [held, free] = await Promise.all([aWedding(deps), aWedding(deps)]);
  const [late, quick] = [await aPartyOf(deps, held), await aPartyOf(deps, free)];
  const [begun, going] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  // The embedded database has one session, in which nothing can come in between.
  const together = sql.engine === "postgres";
  if (!together) going.resolve();
  const change = changeSite(deps, held.site.id, asServer, {
    read: () => Promise.resolve(undefined),
    async decide() {
      begun.resolve();
      await going.promise;
      return { news: [{ type: "note.received", data: { noteId: "note_1" } }], result: undefined };
    },
  });
  await begun.promise;

  const waiting = send(deps, held.site, late, answersOf(late, [held.dinner]));
  await send(deps, free.site, quick, answersOf(quick, [free.dinner]));
  if (together) assert.equal((await viewParty(deps, held.site, late.party)).reply, null);
  going.resolve();
  await Promise.all([change, waiting]);

  const changes = await changesAfter(sql, held.site.id, 0, 100);
  const types = changes.map(({ type }) => type);
  assert.ok(types.indexOf("note.received") < types.indexOf("reply.submitted"));
  assert.equal(findBreak(held.site.id, changes), undefined);
});

Deno.test("a site that moved on while a submission was decided is decided again", async () => {
  const { deps } = await watchedDeps();
  const wedding = await aWedding(deps);
  const { site, dinner } = wedding;
  const parties = await Promise.all(Array.from({ length: 6 }, () => aPartyOf(deps, wedding)));
  // Two processes of one database: their flights know nothing of each other.
  const { deps: other } = await watchedDeps();

  await Promise.all(
    parties.map((party, index) =>
      send(index % 2 ? deps : other, site, party, answersOf(party, [dinner]))
    ),
  );

  assert.equal((await headcountOf(deps, site, dinner)).attending, 6);
  assert.equal(findBreak(site.id, await changesAfter(sql, site.id, 0, 100)), undefined);
});

Deno.test("two processes that take one submission each at the same moment both take theirs", async () => {
  const [{ deps }, { deps: other }] = await Promise.all([watchedDeps(), watchedDeps()]);
  const wedding = await aWedding(deps);
  const { site, dinner } = wedding;
  const pairs = await Promise.all(
    Array.from(
      { length: 8 },
      () => Promise.all([aPartyOf(deps, wedding), aPartyOf(deps, wedding)]),
    ),
  );

  for (const [one, two] of pairs) {
    await Promise.all([
      send(deps, site, one, answersOf(one, [dinner])),
      send(other, site, two, answersOf(two, [dinner])),
    ]);
  }

  assert.equal((await headcountOf(deps, site, dinner)).attending, 16);
  assert.equal(findBreak(site.id, await changesAfter(sql, site.id, 0, 1000)), undefined);
});

Deno.test("nobody is told of a full event because of somebody who was not written", async () => {
  const { deps } = await watchedDeps();
  const wedding = await aWedding(deps, {}, { capacity: 2 });
  const { site, dinner } = wedding;
  const [first, second, third] = await Promise.all([1, 2, 3].map(() => aPartyOf(deps, wedding)));
  assert.ok(first && second && third);
  const key = aKey();

  const results = await Promise.allSettled([
    send(deps, site, first, answersOf(first, [dinner]), key),
    // Refused for its key by the database, after the third was decided.
    send(deps, site, second, answersOf(second, [dinner]), key),
    send(deps, site, third, answersOf(third, [dinner])),
  ]);

  assert.deepEqual(results.map(({ status }) => status), ["fulfilled", "rejected", "fulfilled"]);
  assert.equal((await headcountOf(deps, site, dinner)).attending, 2);
});

Deno.test("guests of a site that is held share one connection, and all are taken once it is free", async () => {
  const { deps } = await watchedDeps();
  const [held, free] = await Promise.all([aWedding(deps), aWedding(deps)]);
  const parties = await Promise.all(Array.from({ length: 12 }, () => aPartyOf(deps, held)));
  const quick = await aPartyOf(deps, free);
  const [begun, going] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  if (sql.engine === "pglite") going.resolve();
  const change = changeSite(deps, held.site.id, asServer, {
    read: () => Promise.resolve(undefined),
    async decide() {
      begun.resolve();
      await going.promise;
      return { news: [], result: undefined };
    },
  });
  await begun.promise;

  const waiting = parties.map((party) =>
    send(deps, held.site, party, answersOf(party, [held.dinner]))
  );
  await send(deps, free.site, quick, answersOf(quick, [free.dinner]));
  going.resolve();
  await Promise.all([change, ...waiting]);

  assert.equal((await headcountOf(deps, held.site, held.dinner)).attending, 12);
});
