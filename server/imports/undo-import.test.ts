import assert from "node:assert/strict";
import { findBreak } from "../changes/chain.ts";
import { changesAfter } from "../changes/changes.ts";
import { changeParty } from "../guests/change-party.ts";
import { listParties } from "../guests/list-parties.ts";
import { headcountsOf } from "../headcount/headcounts.ts";
import { recountHeadcounts } from "../headcount/recount-headcounts.ts";
import { submissionSchema } from "../../shared/reply.ts";
import { submitReply } from "../rsvp/submit-reply.ts";
import { changeGuest } from "../rsvp/change-guest.ts";
import { testDatabase } from "../testing/database.ts";
import { asServer } from "../testing/fixtures.ts";
import { aPartyOf, aWedding } from "../testing/fixtures-replies.ts";
import { anImporter } from "../testing/importing.ts";
import { listAsStored } from "../testing/list-as-stored.ts";
import { testDeps } from "../testing/test-deps.ts";

const sql = await testDatabase();

const list = [
  "First Name,Last Name,Party,Email,Ceremony - RSVP,Dinner - RSVP",
  "Ana,Silva,Silva,ana@example.com,Attending,Attending",
  "Plus One,,Silva,,Attending,No Response",
  "Tom,Ford,Ford,tom@example.com,No Response,No Response",
].join("\r\n");

/** A list with a party that the file knows more of, and another that it does not know. */
async function aChangedList() {
  const deps = await testDeps(sql);
  const wedding = await aWedding(deps);
  const { site, ceremony } = wedding;
  const known = await aPartyOf(deps, wedding, [{ name: "Ana Silva" }], { mail: "ANA@example.com" });
  await changeGuest(deps, site, asServer, known.guests[0]!.id, { events: [ceremony.id] });
  await aPartyOf(deps, wedding, [{ name: "Somebody Else" }]);
  const before = await listAsStored(sql, site.id);
  const importer = await anImporter(deps, site);
  const { body } = await importer.upload(list);
  const { id } = body.import;
  await importer.call(`PATCH /${id}`, { undecided: "merge" });
  const accepted = await importer.call(`POST /${id}/accept`);
  assert.equal(accepted.status, 200, JSON.stringify(accepted.body));
  const { rows } = accepted.body.import.counts;
  assert.deepEqual([rows.changed, rows.added], [2, 1]);
  return { deps, ...wedding, known, before, ...importer, id };
}

Deno.test("an import is taken back: every row of the list is as it was, the numbers fit, the log goes on", async () => {
  const { deps, site, before, call, id } = await aChangedList();
  assert.notDeepEqual(await listAsStored(sql, site.id), before);

  const undone = await call(`POST /${id}/undo`);
  const twice = await call(`POST /${id}/undo`);

  assert.equal(undone.body.import?.state, "undone", JSON.stringify(undone.body));
  assert.equal(twice.status, 200);
  assert.deepEqual(await listAsStored(sql, site.id), before);
  const stored = await headcountsOf(sql, site.id);
  for (const [eventId, headcount] of await recountHeadcounts(deps, site)) {
    assert.deepEqual(stored.get(eventId), headcount);
  }
  const log = await changesAfter(sql, site.id, 0, 200);
  assert.equal(findBreak(site.id, log), undefined);
  assert.equal(log.filter(({ type }) => type === "import.undone").length, 1);
  assert.equal((await call(`POST /${id}/accept`)).body.code, "import-not-open");
});

Deno.test("a preview has nothing to take back", async () => {
  const { upload, call } = await aChangedList();
  const { body } = await upload("Name\r\nEva Costa");

  const { body: refused } = await call(`POST /${body.import.id}/undo`);

  assert.equal(refused.code, "import-not-accepted");
});

Deno.test("what guests said, or members changed, since then keeps the import where it is, and is named", async () => {
  const { deps, site, known, call, id } = await aChangedList();
  const { parties } = await listParties(deps, site, { limit: 10 });
  const ford = parties.find(({ name }) => name === "Ford");
  const guestId = ford?.guests[0]?.id;
  assert.ok(ford && guestId);
  await submitReply(deps, site, ford, {
    key: "undo-import-key",
    submission: submissionSchema.parse({ guests: [{ guestId, replies: [] }] }),
    by: { kind: "guest", partyId: ford.id },
  });
  await changeParty(deps, site, asServer, known.party.id, { name: "The Silvas of Porto" });
  const before = await listAsStored(sql, site.id);

  const { status, body } = await call(`POST /${id}/undo`);

  assert.deepEqual([status, body.code, body.count], [409, "import-in-use", 2]);
  const found = body.inTheWay as Record<string, unknown>[];
  // In words that the couple know, and not by ids alone.
  assert.deepEqual(found.map(({ party, guest, sentence }) => [party, guest, sentence]), [
    ["Ford", null, "Ford has replied since."],
    ["The Silvas of Porto", null, "The Silvas of Porto was changed since."],
  ]);
  assert.deepEqual(found.map(({ partyId, reason }) => ({ partyId, reason })), [
    { partyId: ford.id, reason: "replied" },
    { partyId: known.party.id, reason: "changed" },
  ]);
  assert.deepEqual(await listAsStored(sql, site.id), before);
});

Deno.test("what a party that the import did not touch does is nothing to it", async () => {
  const { deps, site, before, call, id } = await aChangedList();
  const { parties } = await listParties(deps, site, { limit: 10 });
  const other = parties.find(({ guests }) => guests[0]?.name === "Somebody Else");
  assert.ok(other);
  await changeParty(deps, site, asServer, other.id, { name: "Others" });

  const { status } = await call(`POST /${id}/undo`);

  assert.equal(status, 200);
  const after = await listAsStored(sql, site.id);
  assert.deepEqual(after.guests, before.guests);
});

Deno.test("a later import is in the way until it is taken back itself", async () => {
  const { site, before, upload, call, id } = await aChangedList();
  const { body } = await upload(list.replace("No Response,No Response", "Regret,Regret"));
  await call(`POST /${body.import.id}/accept`);

  const refused = await call(`POST /${id}/undo`);
  const [second, first] = [
    await call(`POST /${body.import.id}/undo`),
    await call(`POST /${id}/undo`),
  ];

  const found = refused.body.inTheWay as Record<string, unknown>[];
  assert.deepEqual(found.map(({ reason }) => reason), ["later-import"]);
  assert.deepEqual([second.status, first.status], [200, 200], JSON.stringify(first.body));
  assert.deepEqual(await listAsStored(sql, site.id), before);
});
