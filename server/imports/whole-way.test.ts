import assert from "node:assert/strict";
import { listParties } from "../guests/list-parties.ts";
import { viewParty } from "../rsvp/read-party.ts";
import { testDatabase } from "../testing/database.ts";
import { aPartyOf, aWedding } from "../testing/fixtures-replies.ts";
import { anImporter } from "../testing/importing.ts";
import { testDeps } from "../testing/test-deps.ts";
import { sheetData, xlsxOf } from "../testing/workbook-of.ts";

const sql = await testDatabase();
const song = "question_song";

Deno.test("a column that the couple says is a question's answer arrives in the guest's own reply", async () => {
  const deps = await testDeps(sql);
  const wedding = await aWedding(deps, {
    questions: [{ id: song, label: "A song?", for: "guest", kind: "text", required: false }],
  });
  const { site } = wedding;
  const { upload, call } = await anImporter(deps, site);
  const { body } = await upload(
    "Name,Ceremony - RSVP,Wunsch\nAna Silva,Attending,Fado\nTom Ford,Regret,Jazz",
  );
  const path = `/${body.import.id}`;
  assert.equal(body.import.columns[2]?.field.kind, "unknown");

  const chosen = await call(`PATCH ${path}`, {
    columns: [{ index: 2, field: { kind: "answer", question: song } }],
  });
  await call(`POST ${path}/accept`);

  assert.equal(chosen.body.import.columns[2]?.sure, "chosen");
  const { parties } = await listParties(deps, site, { limit: 10 });
  const ana = parties.find(({ name }) => name === "Ana Silva");
  const tom = parties.find(({ name }) => name === "Tom Ford");
  assert.ok(ana && tom);
  const { reply } = await viewParty(deps, site, ana);
  assert.deepEqual(reply?.guests.map(({ answers }) => answers), [{ [song]: "Fado" }]);
  // Who does not come is asked for no song: what the file says stays with the couple.
  assert.match(tom.contact.note ?? "", /Jazz/);
});

Deno.test("another sheet of a workbook is chosen over the API, and it is the one that gets on the list", async () => {
  const deps = await testDeps(sql);
  const { site } = await aWedding(deps);
  const { upload, call } = await anImporter(deps, site);
  const sheets = {
    "Family": sheetData([["Name", "Email"], ["Ana Silva", "ana@example.com"], ["Rui Silva", ""]]),
    "Work": sheetData([["Name", "Notes"], ["Tom Ford", "desk 4"]]),
  };
  const { body } = await upload(xlsxOf({ sheets }), "guests.xlsx");
  const path = `/${body.import.id}`;
  assert.deepEqual([body.import.sheet, body.import.counts.parties.added], ["Family", 2]);

  const other = await call(`PATCH ${path}`, { sheet: "Work" });
  await call(`POST ${path}/accept`);

  assert.deepEqual(
    [other.body.import.sheet, other.body.import.columns.map(({ header }) => header)],
    ["Work", ["Name", "Notes"]],
  );
  const { parties } = await listParties(deps, site, { limit: 10 });
  assert.deepEqual(parties.map(({ name }) => name), ["Tom Ford"]);
});

Deno.test("whatever a merge dropped, of the list or of the file, can still be read after it", async () => {
  const deps = await testDeps(sql);
  const wedding = await aWedding(deps);
  await aPartyOf(deps, wedding, [{ name: "Robert Costa" }], {
    mail: "rob@example.com",
    phone: "+351912345678",
    address: "1 North Road",
  });
  const { upload, call } = await anImporter(deps, wedding.site);
  const first = await upload(
    "Name,Email,Ceremony - RSVP,Dinner - RSVP\nRobert Costa,rob@example.com,Attending,Maybe",
  );
  await call(`POST /${first.body.import.id}/accept`);
  const { body } = await upload(
    "Name,Email,Phone,Address,Ceremony - RSVP,Dinner - RSVP\n" +
      "Bob Costa,rob@example.com,+351 912 345 679,2 South Street,Regret,Attending\n" +
      "Bob Costa,rob@example.com,+351 912 345 670,,,",
  );
  const path = `/${body.import.id}`;
  const shown = (await call(`GET ${path}?show=changed`)).body.parties.flatMap(({ changes }) =>
    changes
  );
  const name = shown.find(({ field }) => field.endsWith(".name"));
  await call(`PATCH ${path}`, {
    fields: [{ ...name && { party: name.party, field: name.field }, take: "file" }],
  });
  const accepted = await call(`POST ${path}/accept`);
  assert.equal(accepted.status, 200, JSON.stringify(accepted.body));

  const after = (await call(`GET ${path}?show=changed`)).body.parties.flatMap(({ changes }) =>
    changes
  );

  const dropped = after.map(({ list, file, take }) => take === "file" ? list : file);
  for (
    const value of [
      ...["Robert Costa", "+351912345679", "+351912345670", "2 South Street", "declined", "unsure"],
    ]
  ) assert.ok(dropped.includes(value), `${value} is not in ${JSON.stringify(after)}`);
});
