import assert from "node:assert/strict";
import type { SubmissionInput } from "../../shared/reply.ts";
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
import { refusedAs } from "../testing/refused-as.ts";
import { testDeps } from "../testing/test-deps.ts";
import { viewParty } from "./read-party.ts";
import { withdrawReply } from "./withdraw-reply.ts";

const sql = await testDatabase();
const deps = await testDeps(sql);

Deno.test("the same key with the same body acts once and gets the same answer", async () => {
  const wedding = await aWedding(deps);
  const { site, ceremony, dinner } = wedding;
  const party = await aPartyOf(deps, wedding, [{ name: "Ana Silva" }, {}]);
  // Events in an order that the database would not give back.
  const events = [ceremony, dinner].toSorted((left, right) => left.id < right.id ? 1 : -1);
  const submission: SubmissionInput = {
    guests: answersOf(party, events).guests.map((guest, index) =>
      index === 1 ? { ...guest, name: "Jo Pereira", kitchenNote: "", diets: ["vegan"] } : guest
    ),
    note: "",
  };
  const key = aKey();

  const first = await send(deps, site, party, submission, key);
  const changes = await changesAfter(sql, site.id, 0, 100);
  const second = await send(deps, site, party, submission, key);

  assert.deepEqual(second, first);
  assert.deepEqual(await changesAfter(sql, site.id, 0, 100), changes);
});

Deno.test("five tries of one press at the same moment are taken once", async () => {
  const wedding = await aWedding(deps);
  const { site, dinner } = wedding;
  const party = await aPartyOf(deps, wedding);
  const key = aKey();

  const answers = await Promise.all(
    Array.from({ length: 5 }, () => send(deps, site, party, answersOf(party, [dinner]), key)),
  );

  for (const answer of answers) assert.deepEqual(answer, answers[0]);
  const changes = await changesAfter(sql, site.id, 0, 100);
  assert.equal(changes.filter(({ type }) => type === "reply.submitted").length, 1);
  assert.equal((await headcountOf(deps, site, dinner)).attending, 1);
});

Deno.test("a key that was used is refused for another body, and for another party", async () => {
  const wedding = await aWedding(deps);
  const { site, dinner } = wedding;
  const [party, others] = [await aPartyOf(deps, wedding), await aPartyOf(deps, wedding)];
  const key = aKey();
  await send(deps, site, party, answersOf(party, [dinner]), key);

  await assert.rejects(
    send(deps, site, party, answersOf(party, [dinner], false), key),
    refusedAs("idempotency-key-reused"),
  );
  await assert.rejects(
    send(deps, site, others, answersOf(others, [dinner]), key),
    refusedAs("idempotency-key-reused"),
  );
  await assert.rejects(
    withdrawReply(deps, site, party.party, { key, by: asServer }),
    refusedAs("idempotency-key-reused"),
  );
  assert.equal((await headcountOf(deps, site, dinner)).attending, 1);
});

Deno.test("the same key on two sites means nothing", async () => {
  const [one, other] = [await aWedding(deps), await aWedding(deps)];
  const key = aKey();

  for (const wedding of [one, other]) {
    const party = await aPartyOf(deps, wedding);
    await send(deps, wedding.site, party, answersOf(party, [wedding.dinner]), key);
  }

  assert.equal((await headcountOf(deps, other.site, other.dinner)).attending, 1);
});

Deno.test("a retry after the reply was taken back does not bring it back", async () => {
  const wedding = await aWedding(deps);
  const { site, dinner } = wedding;
  const party = await aPartyOf(deps, wedding);
  const key = aKey();
  await send(deps, site, party, answersOf(party, [dinner]), key);
  await withdrawReply(deps, site, party.party, { key: aKey(), by: asServer });

  await assert.rejects(
    send(deps, site, party, answersOf(party, [dinner]), key),
    refusedAs("idempotency-key-reused"),
  );

  assert.equal((await viewParty(deps, site, party.party)).reply, null);
  assert.equal((await headcountOf(deps, site, dinner)).pending, 1);
});
