import assert from "node:assert/strict";
import { findBreak } from "../changes/chain.ts";
import { changesAfter } from "../changes/changes.ts";
import { headcountsOf } from "../headcount/headcounts.ts";
import { recountHeadcounts } from "../headcount/recount-headcounts.ts";
import { testDatabase } from "../testing/database.ts";
import { aPartyOf, aWedding } from "../testing/fixtures-replies.ts";
import { anImporter } from "../testing/importing.ts";
import { listAsStored } from "../testing/list-as-stored.ts";
import { testDeps } from "../testing/test-deps.ts";

const sql = await testDatabase();
const samples = new URL("../../e2e/samples/", import.meta.url);
const names = [...Deno.readDirSync(samples)].filter(({ isFile }) => isFile).map(({ name }) => name)
  .toSorted();

for (const name of names) {
  Deno.test(`${name}: onto the list, a second time without a change, and back`, async () => {
    const deps = await testDeps(sql);
    const wedding = await aWedding(deps);
    const { site } = wedding;
    await aPartyOf(deps, wedding, [{ name: "Somebody Else" }], { mail: "else@example.com" });
    const before = await listAsStored(sql, site.id);
    const { upload, call } = await anImporter(deps, site);
    const bytes = await Deno.readFile(new URL(name, samples));

    const first = await upload(bytes, name);
    assert.equal(first.status, 201, JSON.stringify(first.body));
    const { id } = first.body.import;
    const decided = await call(`PATCH /${id}`, { undecided: "keep-apart" });
    const { rows, parties } = decided.body.import.counts;
    const { read, ...kinds } = rows;
    assert.equal(Object.values(kinds).reduce((sum, count) => sum + count, 0), read);
    assert.deepEqual(await listAsStored(sql, site.id), before, "nothing before it is accepted");
    const accepted = await call(`POST /${id}/accept`);
    assert.equal(accepted.status, 200, JSON.stringify(accepted.body));

    const recounted = await recountHeadcounts(deps, site);
    const stored = await headcountsOf(sql, site.id);
    for (const [eventId, headcount] of recounted) {
      assert.deepEqual(stored.get(eventId) ?? headcount, headcount);
    }
    const again = await upload(bytes, name);
    const later = await call(`PATCH /${again.body.import.id}`, { undecided: "keep-apart" });
    assert.deepEqual(
      later.body.import.counts.parties,
      {
        added: 0,
        changed: 0,
        merged: 0,
        left: parties.added + parties.merged + parties.left,
        undecided: 0,
      },
    );

    const undone = await call(`POST /${id}/undo`);
    assert.equal(undone.status, 200, JSON.stringify(undone.body));
    assert.deepEqual(await listAsStored(sql, site.id), before);
    const log = await changesAfter(sql, site.id, 0, 5000);
    assert.equal(findBreak(site.id, log), undefined);
  });
}
