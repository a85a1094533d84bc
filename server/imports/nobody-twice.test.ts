import assert from "node:assert/strict";
import { listParties } from "../guests/list-parties.ts";
import { testDatabase } from "../testing/database.ts";
import { aPartyOf, aWedding } from "../testing/fixtures-replies.ts";
import { anImporter } from "../testing/importing.ts";
import { testDeps } from "../testing/test-deps.ts";

const sql = await testDatabase();

/** A site with parties of these guests, each reached at its first guest's mail address. */
async function aListOf(...parties: string[][]) {
  const deps = await testDeps(sql);
  const wedding = await aWedding(deps);
  for (const names of parties) {
    const mail = `${names[0]?.toLowerCase().replaceAll(" ", ".")}@example.com`;
    await aPartyOf(deps, wedding, names.map((name) => ({ name })), { mail });
  }
  const importer = await anImporter(deps, wedding.site);
  const names = async () => {
    const { parties } = await listParties(deps, wedding.site, { limit: 50 });
    return parties.flatMap(({ guests }) => guests.map(({ name }) => name)).toSorted();
  };
  return { deps, ...wedding, ...importer, names };
}

Deno.test("of two entries of the file who may be one, leaving out leaves one of them on the list", async () => {
  const { upload, call, names } = await aListOf();
  const { body } = await upload(
    "Name,Email\nJo Smith,jo@example.com\nJo Smith,smith@example.com\nMaria Lund,\nMaria Lund,\nMaria Lund,",
  );
  assert.equal(body.import.counts.parties.undecided, 3);

  const { body: decided } = await call(`PATCH /${body.import.id}`, { undecided: "skip" });
  await call(`POST /${body.import.id}/accept`);

  const { added, left } = decided.import.counts.parties;
  assert.deepEqual({ added, left }, { added: 2, left: 3 });
  assert.deepEqual(await names(), ["Jo Smith", "Maria Lund"]);
});

for (const choice of ["keep-apart", "skip", "merge"] as const) {
  Deno.test(`whoever may be on the list in another party waits for a decision: ${choice}`, async () => {
    const { upload, call, names } = await aListOf(["Ana Reed"], ["Bob Reed", "Zed Hill"]);
    const { body } = await upload("Name,Email\nAna and Bob Reed,ana.reed@example.com");
    assert.equal(body.import.counts.parties.undecided, 1);
    assert.equal((await call(`POST /${body.import.id}/accept`)).status, 409);

    await call(`PATCH /${body.import.id}`, { undecided: choice });
    await call(`POST /${body.import.id}/accept`);

    const bobs = (await names()).filter((name) => name === "Bob Reed").length;
    assert.equal(bobs, choice === "keep-apart" ? 2 : 1);
  });
}

Deno.test("a couple who are two parties of the list are not put into one of them a second time", async () => {
  const { upload, call, names } = await aListOf(["Ana Reed"], ["Bob Reed"]);
  const { body } = await upload(
    "Party,Name,Email\nThe Reeds,Ana Reed,ana.reed@example.com\nThe Reeds,Bob Reed,bob.reed@example.com",
  );

  await call(`PATCH /${body.import.id}`, { undecided: "merge" });
  const accepted = await call(`POST /${body.import.id}/accept`);

  assert.equal(accepted.status, 200);
  assert.deepEqual(await names(), ["Ana Reed", "Bob Reed"]);
});

async function exported({ fetch, site, token }: Awaited<ReturnType<typeof aListOf>>) {
  const response = await fetch(
    new Request(`https://rsvp.test/v1/sites/${site.id}/guests.csv`, {
      headers: { authorization: `Bearer ${token}` },
    }),
  );
  return await response.text();
}

Deno.test("a guest whose row of our own file names another party stays where they are, which is said", async () => {
  const list = await aListOf(["Ana Reed", "Pia Reed"], ["Bob Hill"]);
  const rows = (await exported(list)).trimEnd().split("\r\n");
  const bobs = rows.find((row) => row.includes("Bob Hill"))?.split(",").at(-1) ?? "";
  const moved = rows.map((row) => row.includes("Pia Reed") ? row.replace(/party_\w+$/, bobs) : row);

  const { body } = await list.upload(moved.join("\r\n"));
  const problems = await list.call(`GET /${body.import.id}?show=problems`);
  await list.call(`POST /${body.import.id}/accept`);

  assert.deepEqual(problems.body.problems.map(({ code, value }) => [code, value]), [
    ["guest-elsewhere", "Pia Reed"],
  ]);
  assert.equal(body.import.counts.problems.warnings, 1);
  assert.deepEqual(await list.names(), ["Ana Reed", "Bob Hill", "Pia Reed"]);
});

Deno.test("a telephone number that a spreadsheet rounded in our own file leaves the one on the list", async () => {
  const list = await aListOf();
  await aPartyOf(list.deps, list, [{ name: "Ana Reed" }], { phone: "+351912345678" });
  const file = await exported(list);
  const rounded = file.replace("+351 912 345 678", "3.51912E+11");
  assert.notEqual(rounded, file);

  const { body } = await list.upload(rounded);
  const problems = await list.call(`GET /${body.import.id}?show=problems`);

  assert.deepEqual(problems.body.problems.map(({ code }) => code), ["phone-rounded"]);
  assert.equal(body.import.counts.parties.left, 1);
});

Deno.test("a yes and a no of one guest in one file are no reply yet, which is said, until somebody chooses", async () => {
  const { upload, call, ceremony } = await aListOf();
  const { body } = await upload(
    "Name,Email,Ceremony RSVP\nAna Reed,ana@example.com,Yes\nAna Reed,ana@example.com,No\nAna Reed,ana@example.com,Yes",
  );
  const problems = await call(`GET /${body.import.id}?show=problems`);
  assert.deepEqual(problems.body.problems.map(({ code }) => code), ["rows-differ"]);
  assert.equal(body.import.counts.replies, 0);

  const added = await call(`GET /${body.import.id}?show=added`);
  const open = added.body.parties[0]?.changes ?? [];
  assert.ok(open.length > 0 && open.every(({ field }) => field.endsWith(`.reply.${ceremony.id}`)));
  assert.ok(open.every(({ take }) => take === null), "neither is taken, and the preview says so");
  const fields = open.map(({ party, field }) => ({ party, field, take: "list" }));
  const chosen = await call(`PATCH /${body.import.id}`, { fields });
  assert.equal(chosen.body.import.counts.replies, 1);
});

Deno.test("rows in any order become the same list, whoever of them are put together", async () => {
  const rows = [
    "Ana Reed,a@example.com,+1 503 555 0142,Yes",
    "Ana Reed,a@example.com,+1 503 555 0143,No",
    "Annie Reed,a@example.com,,",
    "Bob and Cy Hill,b@example.com,,Yes",
    "Cy Hill,b@example.com,,No",
    "Di Lake + 1,d@example.com,,",
    "Di Lake and Ed Ford,d@example.com,,Yes",
  ];
  const listOf = async (rows: string[]) => {
    const list = await aListOf();
    const { body } = await list.upload(["Name,Email,Phone,Ceremony RSVP", ...rows].join("\n"));
    await list.call(`PATCH /${body.import.id}`, { undecided: "keep-apart" });
    await list.call(`POST /${body.import.id}/accept`);
    const file = await exported(list);
    return file.replace(/(?:guest|party)_\w+/g, "").split("\r\n").toSorted();
  };
  const expected = await listOf(rows);

  for (const order of [rows.toReversed(), [...rows.slice(3), ...rows.slice(0, 3)]]) {
    assert.deepEqual(await listOf(order), expected);
  }
});
