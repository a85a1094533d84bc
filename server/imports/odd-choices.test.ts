import assert from "node:assert/strict";
import { testDatabase } from "../testing/database.ts";
import { aWedding } from "../testing/fixtures-replies.ts";
import { anImporter } from "../testing/importing.ts";
import { testDeps } from "../testing/test-deps.ts";

const sql = await testDatabase();
const unknown = "event_aaaaaaaaaaaaaaaa";

for (
  const [what, changes, detail] of [
    ["headers below the last row", { headerRow: 99 }, "There is nobody below row 99."],
    ["a column that the table has not", {
      columns: [{ index: 7, field: { kind: "note" } }],
    }, "The table has no column 7; the first is 0."],
    ["a sheet that the file has not", { sheet: "Two" }, "The file has no sheet “Two”."],
    ["new guests to an event that the site has not", {
      inviteTo: [unknown],
    }, `The site has no event ${unknown}.`],
    ["a column about an event that the site has not", {
      columns: [{ index: 1, field: { kind: "reply", event: unknown, blank: "nothing" } }],
    }, `The site has no event ${unknown}.`],
    ["an event for a column that the site has not", {
      events: [{ index: 1, event: unknown }],
    }, `The site has no event ${unknown}.`],
  ] as const
) {
  Deno.test(`${what}: refused in words, and the preview stays as it was`, async () => {
    const deps = await testDeps(sql);
    const { site } = await aWedding(deps);
    const { upload, call } = await anImporter(deps, site);
    const { body } = await upload("Name,Ceremony RSVP\nAna Reed,Yes");

    const refused = await call(`PATCH /${body.import.id}`, changes);

    assert.equal(refused.status, 422);
    assert.equal(refused.body.detail, detail);
    const after = await call(`GET /${body.import.id}`);
    assert.deepEqual(after.body.import, body.import);
  });
}
