import assert from "node:assert/strict";
import { findBreak } from "../changes/chain.ts";
import { changesAfter } from "../changes/changes.ts";
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
import { testDeps } from "../testing/test-deps.ts";
import { viewParty } from "./read-party.ts";
import { withdrawReply } from "./withdraw-reply.ts";

const sql = await testDatabase();
const deps = await testDeps(sql);

Deno.test("of two phones at once the later wins and both are in the log", async () => {
  const wedding = await aWedding(deps);
  const { site, dinner } = wedding;
  const party = await aPartyOf(deps, wedding);

  const sent = await Promise.all([
    send(deps, site, party, answersOf(party, [dinner], true)),
    send(deps, site, party, answersOf(party, [dinner], false)),
  ]);

  const later = sent.toSorted((left, right) => right.changeNumber - left.changeNumber)[0];
  assert.deepEqual((await viewParty(deps, site, party.party)).reply, later?.reply);
  const told = (await changesAfter(sql, site.id, 0, 100)).flatMap((change) =>
    change.type === "reply.submitted" ? [change.data] : []
  );
  assert.deepEqual(told.map(({ first }) => first), [true, false]);
  const attending = told.at(-1)?.replies[0]?.attending;
  assert.equal((await headcountOf(deps, site, dinner)).attending, attending ? 1 : 0);
});

Deno.test("many parties at once leave a log without gaps whose chain is whole", async () => {
  const wedding = await aWedding(deps);
  const { site, ceremony, dinner } = wedding;
  const parties = await Promise.all(
    Array.from({ length: 25 }, () => aPartyOf(deps, wedding, [{ name: "Ana" }, { name: "Rui" }])),
  );

  await Promise.all(parties.flatMap((party) => [
    send(deps, site, party, answersOf(party, [ceremony, dinner])),
    send(deps, site, party, answersOf(party, [dinner], false)),
    withdrawReply(deps, site, party.party, { key: aKey(), by: asServer }),
    send(deps, site, party, answersOf(party, [ceremony])),
  ]));

  const changes = await changesAfter(sql, site.id, 0, 10_000);
  assert.deepEqual(changes.map(({ number }) => number), changes.map((_, index) => index + 1));
  assert.equal(findBreak(site.id, changes), undefined);
  const submitted = changes.filter(({ type }) => type === "reply.submitted");
  assert.equal(submitted.length, 75);
  // Each count goes on where the one before it ended.
  const counts = changes.flatMap((change) =>
    change.type === "headcount.changed" && change.data.eventId === dinner.id ? [change.data] : []
  );
  for (const [index, { before }] of counts.entries()) {
    if (index > 0) assert.deepEqual(before, counts[index - 1]?.after);
  }
  assert.deepEqual(counts.at(-1)?.after, await headcountOf(deps, site, dinner));

  const forged = changes.map((change) =>
    change.number === 30 ? { ...change, at: "2020-01-01T00:00:00.000Z" } : change
  );
  assert.equal(findBreak(site.id, forged), 30);
});

Deno.test("a submission that changes no number is still in the log, alone", async () => {
  const wedding = await aWedding(deps);
  const { site, dinner } = wedding;
  const party = await aPartyOf(deps, wedding);
  const { changeNumber } = await send(deps, site, party, answersOf(party, [dinner]));

  await send(deps, site, party, { ...answersOf(party, [dinner]), note: "One more thing" });

  const changes = await changesAfter(sql, site.id, changeNumber, 100);
  assert.deepEqual(changes.map(({ type }) => type), ["reply.submitted"]);
});

Deno.test("followers are woken once for what was taken, and not for what was refused or repeated", async () => {
  const woken: string[] = [];
  const waking = await testDeps(sql, { wake: (siteId) => woken.push(siteId) });
  const wedding = await aWedding(deps, {}, { capacity: 1 });
  const { site, dinner } = wedding;
  const [party, others] = [await aPartyOf(deps, wedding), await aPartyOf(deps, wedding)];
  const key = aKey();

  await send(waking, site, party, answersOf(party, [dinner]), key);
  await send(waking, site, party, answersOf(party, [dinner]), key);
  await assert.rejects(send(waking, site, others, answersOf(others, [dinner])));

  assert.deepEqual(woken, [site.id]);
});
