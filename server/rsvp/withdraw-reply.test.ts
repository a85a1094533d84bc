import assert from "node:assert/strict";
import { emptyHeadcount } from "../../shared/headcount.ts";
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

Deno.test("a withdrawn reply takes everything with it: counts, names of open seats, confidences", async () => {
  const wedding = await aWedding(deps);
  const { site, ceremony, dinner } = wedding;
  const party = await aPartyOf(deps, wedding, [{ name: "Ana Silva" }, {}]);
  const submission = answersOf(party, [ceremony, dinner]);
  const before = await viewParty(deps, site, party.party);
  await send(deps, site, party, {
    guests: submission.guests.map((guest, index) => ({
      ...guest,
      ...(index === 1 ? { name: "Jo Pereira" } : {}),
      diets: ["vegan" as const],
    })),
    note: "See you!",
  });

  const withdrawn = await withdrawReply(deps, site, party.party, { key: aKey(), by: asServer });

  assert.deepEqual(withdrawn.view, before);
  assert.deepEqual(await viewParty(deps, site, party.party), before);
  for (const event of [ceremony, dinner]) {
    assert.deepEqual(await headcountOf(deps, site, event), {
      ...emptyHeadcount(),
      invited: 2,
      pending: 2,
    });
  }
  const types = (await changesAfter(sql, site.id, withdrawn.changeNumber - 3, 10))
    .map(({ type }) => type);
  assert.deepEqual(types, ["reply.withdrawn", "headcount.changed", "headcount.changed"]);
});

Deno.test("withdrawing without a reply does nothing and says so", async () => {
  const wedding = await aWedding(deps);
  const { site } = wedding;
  const party = await aPartyOf(deps, wedding);
  const changes = await changesAfter(sql, site.id, 0, 100);

  const { view, changeNumber } = await withdrawReply(deps, site, party.party, {
    key: aKey(),
    by: asServer,
  });

  assert.equal(view.reply, null);
  assert.equal(changeNumber, changes.length);
  assert.deepEqual(await changesAfter(sql, site.id, 0, 100), changes);
});

Deno.test("a withdrawal that is tried again acts once, even after the next reply", async () => {
  const wedding = await aWedding(deps);
  const { site, dinner } = wedding;
  const party = await aPartyOf(deps, wedding);
  const withdrawal = { key: aKey(), by: asServer };
  await send(deps, site, party, answersOf(party, [dinner]));

  const first = await withdrawReply(deps, site, party.party, withdrawal);
  const second = await withdrawReply(deps, site, party.party, withdrawal);
  const { reply } = await send(deps, site, party, answersOf(party, [dinner]));
  const third = await withdrawReply(deps, site, party.party, withdrawal);

  assert.deepEqual(second, first);
  assert.equal(third.changeNumber, first.changeNumber);
  assert.deepEqual(third.view.reply, reply);
  assert.equal((await headcountOf(deps, site, dinner)).attending, 1);
});

Deno.test("a withdrawal's key is not good for a submission", async () => {
  const wedding = await aWedding(deps);
  const { site, dinner } = wedding;
  const party = await aPartyOf(deps, wedding);
  const key = aKey();
  await send(deps, site, party, answersOf(party, [dinner]));
  await withdrawReply(deps, site, party.party, { key, by: asServer });

  await assert.rejects(
    send(deps, site, party, answersOf(party, [dinner]), key),
    refusedAs("idempotency-key-reused"),
  );
});
