import assert from "node:assert/strict";
import { aSiteWithFile, guestFile } from "../testing/a-site-with-file.ts";
import { testDatabase } from "../testing/database.ts";
import { aSite } from "../testing/fixtures.ts";
import { aWedding } from "../testing/fixtures-replies.ts";
import { anImporter } from "../testing/importing.ts";
import { forgetPreviews } from "./imports.ts";
import { firstChoices } from "./planning/choices.ts";
import { planImport } from "./planning/plan-import.ts";
import { readList } from "./read-list.ts";
import { readGuestFile } from "./reading/read-guest-file.ts";
import { listAsStored } from "../testing/list-as-stored.ts";
import { testDeps } from "../testing/test-deps.ts";

const sql = await testDatabase();

Deno.test("an import is of its site alone", async () => {
  const { deps, head } = await aSiteWithFile(sql);
  const other = await anImporter(deps, await aSite(deps));

  const answers = await Promise.all([
    other.call(`GET /${head.id}`),
    other.call(`PATCH /${head.id}`, { allRepairs: true }),
    other.call(`POST /${head.id}/accept`),
    other.call(`POST /${head.id}/undo`),
    other.call(`GET /${head.id}/refused.csv`),
    other.call(`DELETE /${head.id}`),
  ]);

  for (const { status, body } of answers) {
    assert.deepEqual([status, body.code], [404, "import-not-found"]);
  }
  const { body } = await other.call<{ imports: unknown[] }>("GET ");
  assert.deepEqual(body.imports, []);
});

Deno.test("a preview can be forgotten, what was accepted cannot, and neither can be changed after that", async () => {
  const { head, call, upload } = await aSiteWithFile(sql);
  const other = await upload(guestFile);

  const removed = await call(`DELETE /${other.body.import.id}`);
  await call(`POST /${head.id}/accept`);
  const kept = await call(`DELETE /${head.id}`);
  const changed = await call(`PATCH /${head.id}`, { allRepairs: true });

  assert.equal(removed.status, 204);
  assert.equal((await call(`GET /${other.body.import.id}`)).body.code, "import-not-found");
  assert.equal(kept.body.code, "import-not-open");
  assert.equal(changed.body.code, "import-not-open");
});

Deno.test("a site has at most twenty open previews, and reads one file at a time", async () => {
  const { upload } = await aSiteWithFile(sql, "Name\r\nAna Silva");

  const [one, other] = await Promise.all([upload("Name\r\nEva"), upload("Name\r\nIda")]);
  let last = await upload("Name\r\nUte");
  for (let count = 4; count <= 21 && last.status === 201; count++) {
    last = await upload("Name\r\nUte");
  }

  assert.deepEqual([one.status, other.status].toSorted(), [201, 409]);
  assert.equal([one, other].find(({ status }) => status === 409)?.body.code, "import-under-way");
  assert.equal(last.body.code, "too-many-imports");
});

Deno.test("replies beyond an event's room are refused, and nothing is written", async () => {
  const deps = await testDeps(sql);
  const { site } = await aWedding(deps, {}, { capacity: 1 });
  const { upload, call } = await anImporter(deps, site);
  const { body } = await upload("Name,Dinner - RSVP\r\nAna Silva,Attending\r\nEva Costa,Attending");
  const before = await listAsStored(sql, site.id);

  const refused = await call(`POST /${body.import.id}/accept`);

  assert.equal(refused.body.code, "event-full");
  assert.deepEqual(await listAsStored(sql, site.id), before);
});

Deno.test("what an import says of guests is sealed in the database", async () => {
  const { site } = await aSiteWithFile(sql);
  const rows = [
    ...await sql`select head_sealed, file_sealed from imports where site_id = ${site.id}`,
    ...await sql`select sealed from import_pages where site_id = ${site.id}`,
  ];

  const texts = rows.flatMap((row) => Object.values(row)).map((bytes) =>
    new TextDecoder().decode(bytes as Uint8Array)
  );

  assert.ok(texts.length > 2);
  assert.ok(texts.every((text) => !/Silva|example\.com/.test(text)));
});

Deno.test("a preview that nobody accepts is forgotten after thirty days, what was accepted is not", async () => {
  const past = new Date(Date.now() - 31 * 86_400_000);
  const deps = await testDeps(sql, { now: () => past });
  const { site } = await aWedding(deps);
  const { upload, call } = await anImporter(deps, site);
  const accepted = await upload(guestFile);
  await call(`POST /${accepted.body.import.id}/accept`);
  const open = await upload(guestFile);

  await forgetPreviews(sql, new Date(Date.now() - 30 * 86_400_000));

  assert.equal((await call(`GET /${open.body.import.id}`)).body.code, "import-not-found");
  assert.equal((await call(`GET /${accepted.body.import.id}`)).status, 200);
});

Deno.test("a list of a thousand is planned in a worker, and says the same as one that is planned here", async () => {
  const { deps, site, upload } = await aSiteWithFile(sql, "Name\r\nAna Silva");
  const rows = Array.from(
    { length: 1000 },
    (_, at) =>
      `Eva ${String.fromCharCode(65 + at % 26)}${
        "abcdefghij"[Math.floor(at / 26) % 10]
      }ova ${at},e${at}@example.com`,
  );
  const content = ["Name,Email", ...rows].join("\n");

  const { body } = await upload(content);

  const file = await readGuestFile(new TextEncoder().encode(content), {});
  const here = planImport(file, firstChoices("PT"), await readList(deps, site), ["en"]);
  assert.deepEqual(body.import.counts, here.counts);
  assert.equal(body.import.counts.rows.read, 1001);
});

Deno.test("what the couple decides while it is being accepted counts wholly or not at all", async () => {
  const { site, head, call, dinner } = await aSiteWithFile(sql, "Name\r\nAna Silva\r\nEva Costa");

  const [accepted, changed] = await Promise.all([
    call(`POST /${head.id}/accept`),
    call(`PATCH /${head.id}`, { inviteTo: [dinner.id] }),
  ]);

  const { invitations = [], guests = [] } = await listAsStored(sql, site.id);
  const { body } = await call(`GET /${head.id}`);
  if (accepted.status === 200) {
    assert.equal(guests.length, 2);
    assert.equal(invitations.length, body.import.inviteTo.length * 2);
  } else {
    assert.deepEqual([accepted.body.code, changed.status], ["import-outdated", 200]);
    assert.equal(guests.length, 0);
  }
});
