import assert from "node:assert/strict";
import { changeParty } from "../guests/change-party.ts";
import { listParties } from "../guests/list-parties.ts";
import { testDatabase } from "../testing/database.ts";
import { asServer } from "../testing/fixtures.ts";
import { aPartyOf, aWedding } from "../testing/fixtures-replies.ts";
import { anImporter } from "../testing/importing.ts";
import { testDeps } from "../testing/test-deps.ts";

const sql = await testDatabase();

type Added = Record<string, string>;

/** Our own file of a list of parties, with rows that somebody wrote below it: nothing but what is said. */
async function anExport(listed: [name: string, guests: (string | null)[]][]) {
  const deps = await testDeps(sql);
  const wedding = await aWedding(deps);
  const ids = new Map<string, string>();
  for (const [name, guests] of listed) {
    const { party } = await aPartyOf(deps, wedding, guests.map((name) => name ? { name } : {}));
    await changeParty(deps, wedding.site, asServer, party.id, { name });
    ids.set(name, party.id);
  }
  const { fetch, token, upload, call } = await anImporter(deps, wedding.site);
  const response = await fetch(
    new Request(`https://rsvp.test/v1/sites/${wedding.site.id}/guests.csv`, {
      headers: { authorization: `Bearer ${token}` },
    }),
  );
  const file = (await response.text()).trimEnd();
  const [headers = ""] = file.replace("\ufeff", "").split("\r\n");
  const withRows = (...rows: Added[]) =>
    [
      file,
      ...rows.map((row) => headers.split(",").map((header) => row[header] ?? "").join(",")),
    ].join("\r\n");
  const put = async (content: string) => {
    const { body } = await upload(content);
    const { status } = await call(`POST /${body.import.id}/accept`);
    return { counts: body.import.counts, status, id: body.import.id };
  };
  const parties = async () => {
    const { parties } = await listParties(deps, wedding.site, { limit: 50 });
    return parties.map(({ name, guests }) => [
      name,
      ...guests.map(({ name }) => name ?? "–").toSorted(),
    ]).toSorted((one, other) => `${one}` < `${other}` ? -1 : 1);
  };
  return { withRows, put, parties, call, upload, ids };
}

const tom: Added = { Party: "the silva FAMILY", Guest: "Tom Ford", Seat: "named", Age: "adult" };

Deno.test("a row that somebody added to our own file is one more guest of the party it names", async () => {
  const { withRows, put, parties } = await anExport([
    ["The Silva family", ["Ana Silva", null]],
    ["Costa", ["Eva Costa"]],
  ]);
  const content = withRows(
    tom,
    { Party: "The Silva family", Seat: "open", Age: "adult" },
    { Party: "Winter", Guest: "Karl Winter", Seat: "named", Age: "adult" },
  );

  const { status } = await put(content);

  assert.equal(status, 200);
  const expected = [
    ["Costa", "Eva Costa"],
    ["The Silva family", "Ana Silva", "Tom Ford", "–", "–"],
    ["Winter", "Karl Winter"],
  ];
  assert.deepEqual(await parties(), expected);

  const again = await put(content);

  assert.deepEqual([again.counts.guests.added, again.counts.guests.changed], [0, 0]);
  assert.deepEqual(await parties(), expected);
});

Deno.test("a copied row that kept its party's id is one more guest, and the same one the second time", async () => {
  const { withRows, put, parties, ids } = await anExport([["Silva", ["Ana Silva", null]]]);
  const content = withRows({ ...tom, Party: "Silva", "Party id": ids.get("Silva") ?? "" });

  for (let each = 0; each < 2; each++) {
    await put(content);

    assert.deepEqual(await parties(), [["Silva", "Ana Silva", "Tom Ford", "–"]]);
  }
});

Deno.test("of two parties of one name the couple say which an added row is of", async () => {
  const { withRows, upload, call, parties, ids } = await anExport([
    ["silva", ["Eva Costa"]],
    ["Silva", ["Ana Reed"]],
  ]);
  const { body } = await upload(withRows({ ...tom, Party: "Silva" }));
  const path = `/${body.import.id}`;
  const { body: { parties: [asked] } } = await call(`GET ${path}`);

  assert.equal((await call(`POST ${path}/accept`)).status, 409);
  assert.deepEqual(asked?.duplicates.map(({ other, choice }) => [other, choice]).toSorted(), [
    ...[...ids.values()].map((id) => [id, null]).toSorted(),
  ]);
  const decisions = asked?.duplicates.map(({ one, other }) => ({
    ...{ one, other },
    choice: other === ids.get("silva") ? "merge" : "keep-apart",
  }));
  await call(`PATCH ${path}`, { decisions });
  await call(`POST ${path}/accept`);

  assert.deepEqual(await parties(), [["Silva", "Ana Reed"], ["silva", "Eva Costa", "Tom Ford"]]);
});

Deno.test("a party that was given another name in our own file is found by the new one", async () => {
  const { withRows, put, parties } = await anExport([["Silva", ["Ana Silva"]]]);
  const content = withRows({ ...tom, Party: "Ford" }).replaceAll("\r\nSilva,", "\r\nFord,");

  await put(content);

  assert.deepEqual(await parties(), [["Ford", "Ana Silva", "Tom Ford"]]);
});
