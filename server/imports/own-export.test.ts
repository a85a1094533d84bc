import assert from "node:assert/strict";
import { testDatabase } from "../testing/database.ts";
import { aPartyOf, aWedding, guestAt, mains, meals, send } from "../testing/fixtures-replies.ts";
import { anImporter } from "../testing/importing.ts";
import { listAsStored } from "../testing/list-as-stored.ts";
import { testDeps } from "../testing/test-deps.ts";

const sql = await testDatabase();

const song = "question_song";
const bus = "question_bus";

/** A list on which everything is that a list can have, and our own file of it. */
async function anExportedList(format: "csv" | "xlsx") {
  const deps = await testDeps(sql);
  const wedding = await aWedding(deps, {
    questions: [
      { id: song, label: "A song?", for: "guest", kind: "text", required: false },
      { id: bus, label: "Do you take the bus?", for: "party", kind: "yes-no", required: false },
    ],
  });
  const { ceremony, dinner, site } = wedding;
  const silva = await aPartyOf(
    deps,
    wedding,
    [{ name: "Ana Silva" }, { name: "Pia Silva", age: "child" }, {}, {}],
    {
      name: "Ana",
      mail: "ana@example.com",
      phone: "+351912345678",
      address: "4 Long Street, Lisbon",
    },
  );
  await aPartyOf(deps, wedding, [{ name: "Robert Costa" }, { name: "Bob Costa" }]);
  await aPartyOf(deps, wedding, [{ name: "Eva Costa" }]);
  await aPartyOf(deps, wedding, [{ name: "Eva Costa" }]);
  await send(deps, site, silva, {
    guests: [{
      guestId: guestAt(silva, 0),
      replies: [
        { eventId: ceremony.id, attending: true },
        { eventId: dinner.id, attending: true, meals: { [mains]: meals.fish } },
      ],
      diets: ["vegetarian"],
      allergies: [{ allergen: "nuts", severity: "allergy" }],
      kitchenNote: "no dill",
      answers: { [song]: "=Fado" },
    }, {
      guestId: guestAt(silva, 2),
      name: "Tom Ford",
      replies: [{ eventId: ceremony.id, attending: false }],
    }],
    answers: { [bus]: true },
    note: "See you there",
  });
  const importer = await anImporter(deps, site);
  const response = await importer.fetch(
    new Request(`https://rsvp.test/v1/sites/${site.id}/guests.${format}`, {
      headers: { authorization: `Bearer ${importer.token}` },
    }),
  );
  const file = new Uint8Array(await response.arrayBuffer());
  return { ...wedding, ...importer, file, name: `guests.${format}` };
}

for (const format of ["csv", "xlsx"] as const) {
  Deno.test(`our own list as ${format}, imported again, changes nothing`, async () => {
    const { site, upload, call, file, name } = await anExportedList(format);
    const before = await listAsStored(sql, site.id);

    const { body } = await upload(file, name);
    await call(`POST /${body.import.id}/accept`);

    assert.equal(body.import.source, "wedding-rsvp");
    const changed = await call(`GET /${body.import.id}?show=changed`);
    assert.deepEqual(changed.body.parties.map(({ changes, name }) => ({ name, changes })), []);
    const { added, left, undecided, merged } = body.import.counts.parties;
    assert.deepEqual({ added, left, undecided, merged }, {
      added: 0,
      left: 4,
      undecided: 0,
      merged: 0,
    });
    assert.deepEqual(await listAsStored(sql, site.id), before);
  });
}

Deno.test("what somebody changed in our own file is changed on the list, and nobody's answer is", async () => {
  const { site, upload, call, file, name } = await anExportedList("csv");
  const text = new TextDecoder().decode(file);
  const edited = text.replace("Pia Silva", "Pia Maria Silva").replace(
    "ana@example.com",
    "ana@silva.example",
  )
    .replace(/attending(?=,Sea bass)/, "declined");
  assert.notEqual(edited, text);
  const before = await listAsStored(sql, site.id);

  const { body } = await upload(new TextEncoder().encode(edited), name);
  const accepted = await call(`POST /${body.import.id}/accept`);

  assert.equal(accepted.body.import?.counts.parties.changed, 1, JSON.stringify(accepted.body));
  const after = await listAsStored(sql, site.id);
  const names = (after.guests as { name: string | null }[]).map(({ name }) => name);
  assert.ok(names.includes("Pia Maria Silva") && !names.includes("Pia Silva"));
  assert.equal(after.guests?.length, before.guests?.length);
  assert.deepEqual(after.replies, before.replies);
  assert.deepEqual(after.savedReplies, before.savedReplies);
});
