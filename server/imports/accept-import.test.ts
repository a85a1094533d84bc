import assert from "node:assert/strict";
import { randomCharacters } from "../../shared/ids.ts";
import type { Keys } from "../access/keys.ts";
import { findBreak } from "../changes/chain.ts";
import { changesAfter } from "../changes/changes.ts";
import type { Deps } from "../deps.ts";
import { headcountsOf } from "../headcount/headcounts.ts";
import { recountHeadcounts } from "../headcount/recount-headcounts.ts";
import { testDatabase } from "../testing/database.ts";
import { asServer, type TestParty } from "../testing/fixtures.ts";
import {
  answersOf,
  aPartyOf,
  aWedding,
  send,
  type TestWedding,
} from "../testing/fixtures-replies.ts";
import { listAsStored } from "../testing/list-as-stored.ts";
import { testDeps } from "../testing/test-deps.ts";
import { acceptImport } from "./accept-import.ts";
import type { Progress } from "./progress.ts";
import { startImport } from "./start-import.ts";
import { undoImport } from "./undo-import.ts";

const sql = await testDatabase();
const quiet = () => {};

async function aPreview(deps: Deps, { site }: TestWedding, lines: readonly string[]) {
  const bytes = new TextEncoder().encode(lines.join("\r\n"));
  const preview = await startImport(deps, site, { bytes, hint: { name: "guests.csv" } }, quiet);
  return preview.import.id;
}

/** Whenever the head of an import is opened, which comes before its site is locked, this happens first. */
function withMeanwhile(deps: Deps, meanwhile: () => Promise<unknown>): Deps {
  const keys: Keys = {
    ...deps.keys,
    async forSite(site) {
      const siteKeys = await deps.keys.forSite(site);
      return {
        ...siteKeys,
        async unseal<Value>(sealed: Uint8Array, row: string): Promise<Value> {
          if (row.endsWith("|head")) await meanwhile();
          return await siteKeys.unseal<Value>(sealed, row);
        },
      };
    },
  };
  return { ...deps, keys };
}

async function aBusyDay() {
  const deps = await testDeps(sql);
  const wedding = await aWedding(deps);
  const listed = await aPartyOf(deps, wedding, [{ name: "Ana Silva" }], {
    mail: "ana@example.com",
  });
  const other = await aPartyOf(deps, wedding, [{ name: "Somebody Else" }]);
  let replies = 0;
  // The same again and again: the preview that is made anew says the same.
  const replyOf = async (party: TestParty) => {
    replies += 1;
    await send(deps, wedding.site, party, answersOf(party, [wedding.ceremony]));
  };
  for (const party of [listed, other]) await replyOf(party);
  const importId = await aPreview(deps, wedding, [
    "Name,Email,Phone",
    "Ana Silva,ana@example.com,+351 912 345 678",
    "Tom Ford,tom@example.com,",
  ]);
  return { deps, wedding, listed, other, importId, replyOf, replies: () => replies };
}

Deno.test("a list gets in on a day on which another party replies again and again", async () => {
  const { deps, wedding: { site }, other, importId, replyOf, replies } = await aBusyDay();

  const { import: head } = await acceptImport(
    withMeanwhile(deps, () => replyOf(other)),
    site,
    asServer,
    importId,
    quiet,
  );

  assert.equal(head.state, "accepted");
  // Two of before; before the first try, before the preview was made anew, and before the try that succeeded.
  assert.ok(replies() >= 5, `${replies()} replies`);
  const stored = await headcountsOf(sql, site.id);
  for (const [eventId, headcount] of await recountHeadcounts(deps, site)) {
    assert.deepEqual(stored.get(eventId), headcount);
  }
  assert.equal(findBreak(site.id, await changesAfter(sql, site.id, 0, 100)), undefined);
});

Deno.test("a reply of a party that the list changes makes it wait for another look", async () => {
  const { deps, wedding: { site }, listed, importId, replyOf } = await aBusyDay();
  const { parties, guests } = await listAsStored(sql, site.id);

  const accepting = acceptImport(
    withMeanwhile(deps, () => replyOf(listed)),
    site,
    asServer,
    importId,
    quiet,
  );

  await assert.rejects(accepting, { code: "import-outdated" });
  const after = await listAsStored(sql, site.id);
  assert.deepEqual([after.parties, after.guests], [parties, guests]);
});

Deno.test("a list that is written in several parts is whole, and is taken back whole", async () => {
  const deps = await testDeps(sql);
  const wedding = await aWedding(deps);
  const { site } = wedding;
  await aPartyOf(deps, wedding, [{ name: "Ana Silva" }], { mail: "ana@example.com" });
  const before = await listAsStored(sql, site.id);
  const names = Array.from({ length: 450 }, (_, at) => `${randomCharacters(8)} Number${at}`);
  const importId = await aPreview(deps, wedding, [
    "Name,Email,Phone,Dinner - RSVP",
    "Ana Silva,ana@example.com,+351 912 345 678,Attending",
    ...names.map((name, at) => `${name},number${at}@example.com,,Attending`),
  ]);
  const told: Progress[] = [];

  await acceptImport(deps, site, asServer, importId, (progress) => told.push(progress));

  assert.deepEqual(
    told.map(({ stage, done, total }) => [stage, done, total]),
    [["saving", 0, 451], ["saving", 200, 451], ["saving", 400, 451], ["saving", 451, 451]],
  );
  const list = await listAsStored(sql, site.id);
  assert.deepEqual([list.guests?.length, list.replies?.length], [451, 451]);
  const log = await changesAfter(sql, site.id, 0, 2000);
  assert.equal(findBreak(site.id, log), undefined);
  const saved = await sql<{ partyId: string; changeNumber: number }>`
    select party_id, change_number
    from saved_replies
    where site_id = ${site.id}
  `;
  const submitted = new Map(log.map(({ number, data, type }) => [
    number,
    type === "reply.submitted" && "partyId" in data ? data.partyId : undefined,
  ]));
  for (const { partyId, changeNumber } of saved) {
    assert.equal(submitted.get(changeNumber), partyId);
  }
  const { changes } = (await undoImport(deps, site, asServer, importId)).import;
  assert.ok(changes && log[changes.first - 1]?.type === "import.accepted");
  assert.equal(changes.last, log.length);

  assert.deepEqual(await listAsStored(sql, site.id), before);
  assert.equal(findBreak(site.id, await changesAfter(sql, site.id, 0, 4000)), undefined);
  const stored = await headcountsOf(sql, site.id);
  for (const [eventId, headcount] of await recountHeadcounts(deps, site)) {
    assert.deepEqual(stored.get(eventId), headcount);
  }
});
