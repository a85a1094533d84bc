import assert from "node:assert/strict";
import { listParties } from "../guests/list-parties.ts";
import { findBreak } from "../changes/chain.ts";
import { changesAfter } from "../changes/changes.ts";
import { testDatabase } from "../testing/database.ts";
import { aPartyOf, aWedding } from "../testing/fixtures-replies.ts";
import { anImporter } from "../testing/importing.ts";
import { listAsStored } from "../testing/list-as-stored.ts";
import { testDeps } from "../testing/test-deps.ts";

const sql = await testDatabase();

async function aSiteWith(
  listed: { name: string; mail?: string; phone?: string }[],
  content: string,
) {
  const deps = await testDeps(sql);
  const wedding = await aWedding(deps);
  const parties = [];
  for (const { name, ...contact } of listed) {
    parties.push(await aPartyOf(deps, wedding, [{ name }], contact));
  }
  const importer = await anImporter(deps, wedding.site);
  const { body } = await importer.upload(content);
  const names = async () => {
    const { parties } = await listParties(deps, wedding.site, { limit: 50 });
    return parties.flatMap(({ guests }) => guests.map(({ name }) => name)).toSorted();
  };
  return { deps, ...wedding, ...importer, parties, head: body.import, names };
}

Deno.test("the same mail address and name is proposed as one, and one it is", async () => {
  const { head, call, names } = await aSiteWith(
    [{ name: "Robert Costa", mail: "rob@example.com" }],
    "Name,Email,Phone\r\nBob Costa,rob@example.com,+351 912 345 678",
  );

  assert.equal(head.counts.parties.changed, 1);
  const { body } = await call(`GET /${head.id}?show=changed`);
  const [party] = body.parties;
  assert.equal(party?.duplicates[0]?.choice, "merge");
  assert.ok(
    party.duplicates.some(({ reasons }) =>
      reasons.some(({ sentence }) => sentence === "Bob is short for Robert.")
    ),
  );
  assert.deepEqual(
    party.changes.map((
      { field, list, file, take },
    ) => [field.replace(/^.*\./, ""), list, file, take]),
    [
      ["name", "The Silvas", "Bob Costa", "list"],
      ["name", "Robert Costa", "Bob Costa", "list"],
      ["phone", null, "+351912345678", "file"],
    ],
  );
  await call(`POST /${head.id}/accept`);
  assert.deepEqual(await names(), ["Robert Costa"]);
});

Deno.test("the couple takes the file's value, field by field", async () => {
  const { head, call, names, parties: [party] } = await aSiteWith(
    [{ name: "Robert Costa", mail: "rob@example.com" }],
    "Name,Email\r\nBob Costa,rob@example.com",
  );
  const field = `${party?.guests[0]?.id}.name`;

  await call(`PATCH /${head.id}`, { fields: [{ party: "party 2", field, take: "file" }] });
  await call(`POST /${head.id}/accept`);

  assert.deepEqual(await names(), ["Bob Costa"]);
});

for (
  const [choice, expected] of [
    ["merge", ["Eva Costa"]],
    ["keep-apart", ["Eva Costa", "Eva Costa"]],
    ["skip", ["Eva Costa"]],
  ] as const
) {
  Deno.test(`somebody who may be on the list waits for a decision: ${choice}`, async () => {
    const { site, head, call, names } = await aSiteWith(
      [{ name: "Eva Costa" }],
      "Name\r\nEva Costa",
    );
    const before = await listAsStored(sql, site.id);
    assert.equal(head.counts.parties.undecided, 1);
    const { body: { parties: [party] } } = await call(`GET /${head.id}`);
    const match = party?.duplicates[0];
    assert.ok(match);

    const early = await call(`POST /${head.id}/accept`);
    assert.deepEqual([early.status, early.body.code, early.body.undecided], [
      409,
      "import-undecided",
      1,
    ]);
    assert.deepEqual(await listAsStored(sql, site.id), before);
    const decisions = party.duplicates.map(({ one, other }) => ({ one, other, choice }));
    const decided = await call(`PATCH /${head.id}`, { decisions });
    const accepted = await call(`POST /${head.id}/accept`);

    assert.equal(decided.body.import.counts.parties.undecided, 0);
    assert.equal(accepted.status, 200);
    assert.deepEqual(await names(), [...expected]);
  });
}

Deno.test("two entries of the file who are one person become one", async () => {
  const { head, call, names } = await aSiteWith(
    [],
    "Name,Email,Phone\r\nRobert Costa,rob@example.com,\r\nBob Costa,rob@example.com,+351 912 345 678",
  );

  const { rows } = head.counts;
  assert.deepEqual([rows.added, rows.merged], [1, 1]);
  await call(`POST /${head.id}/accept`);
  assert.deepEqual(await names(), ["Robert Costa"]);
});

Deno.test("a second file never takes an answer away, and adds the one that was missing", async () => {
  const first =
    "Name,Email,Ceremony - RSVP,Dinner - RSVP\r\nAna Silva,ana@example.com,Attending,No Response";
  const { site, head, upload, call, ceremony, dinner } = await aSiteWith([], first);
  await call(`POST /${head.id}/accept`);
  const second = await upload(first.replace("Attending,No Response", "No Response,Declined"));

  await call(`POST /${second.body.import.id}/accept`);

  const replies = (await listAsStored(sql, site.id)).replies as {
    eventId: string;
    attending: boolean;
  }[];
  assert.deepEqual(
    Object.fromEntries(replies.map(({ eventId, attending }) => [eventId, attending])),
    { [ceremony.id]: true, [dinner.id]: false },
  );
});

Deno.test("another answer than the guest's is shown, and counts only where the couple says so", async () => {
  const first = "Name,Email,Ceremony - RSVP\r\nAna Silva,ana@example.com,Attending";
  const { site, head, upload, call } = await aSiteWith([], first);
  await call(`POST /${head.id}/accept`);
  const replyNow = async () =>
    ((await listAsStored(sql, site.id)).replies as { attending: boolean }[]).map((row) =>
      row.attending
    );
  const { body } = await upload(first.replace("Attending", "Declined"));
  const shown = await call(`GET /${body.import.id}?show=left`);
  const [change] = shown.body.parties[0]?.changes ?? [];
  assert.ok(change);

  assert.deepEqual([change.list, change.file, change.take], ["attending", "declined", "list"]);
  await call(`PATCH /${body.import.id}`, {
    fields: [{ party: "party 2", field: change.field, take: "file" }],
  });
  assert.deepEqual(await replyNow(), [true]);
  await call(`POST /${body.import.id}/accept`);

  assert.deepEqual(await replyNow(), [false]);
  assert.equal(findBreak(site.id, await changesAfter(sql, site.id, 0, 100)), undefined);
});

Deno.test("a list that changed after the preview is looked at again before anything is written", async () => {
  const { deps, site, head, call, ceremony, dinner } = await aSiteWith(
    [],
    "Name,Email\r\nAna Silva,ana@example.com",
  );
  await aPartyOf(deps, { site, ceremony, dinner }, [{ name: "Ana Silva" }], {
    mail: "ana@example.com",
  });
  const before = await listAsStored(sql, site.id);

  const refused = await call(`POST /${head.id}/accept`);

  assert.deepEqual([refused.status, refused.body.code], [409, "import-outdated"]);
  assert.deepEqual(await listAsStored(sql, site.id), before);
  const fresh = await call(`GET /${head.id}`);
  assert.equal(fresh.body.import.counts.parties.added, 0);
  assert.equal((await call(`POST /${head.id}/accept`)).status, 200);
});
