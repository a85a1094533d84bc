import assert from "node:assert/strict";
import { listParties } from "../guests/list-parties.ts";
import { testDatabase } from "../testing/database.ts";
import { aPartyOf, aWedding } from "../testing/fixtures-replies.ts";
import { anImporter } from "../testing/importing.ts";
import { listAsStored } from "../testing/list-as-stored.ts";
import { testDeps } from "../testing/test-deps.ts";

const sql = await testDatabase();

/** A list of parties of these guests, and a file that has nothing to do with them as far as anybody can see. */
async function aFileBeside(parties: string[][], content: string) {
  const deps = await testDeps(sql);
  const wedding = await aWedding(deps);
  const listed = [];
  for (const names of parties) {
    listed.push(await aPartyOf(deps, wedding, names.map((name) => ({ name }))));
  }
  const importer = await anImporter(deps, wedding.site);
  const { body } = await importer.upload(content);
  assert.equal(body.import.counts.parties.undecided, 0);
  const path = `/${body.import.id}`;
  const decide = (one: string | undefined, other: string | undefined, choice: string | null) =>
    importer.call(`PATCH ${path}`, { decisions: [{ one, other, choice }] });
  const accept = async () => {
    const { status } = await importer.call(`POST ${path}/accept`);
    assert.equal(status, 200);
    const { parties } = await listParties(deps, wedding.site, { limit: 50 });
    return parties.map(({ guests }) => guests.map(({ name }) => name ?? "–").toSorted())
      .toSorted((one, other) => `${one}` < `${other}` ? -1 : 1);
  };
  return { ...wedding, ...importer, listed, path, decide, accept };
}

Deno.test("the couple say that somebody whom no search found is on the list: it is one person", async () => {
  const { listed: [party], path, call, decide, accept } = await aFileBeside(
    [["Elisabeth Winter", "Karl Winter"]],
    "Name,Phone\nSissi Frost,+351 912 345 678",
  );

  const { status, body } = await decide("party 2 guest 0", party?.guests[0]?.id, "merge");
  const { body: { parties: [shown] } } = await call(`GET ${path}?show=changed`);

  assert.deepEqual([status, body.import.counts.parties.changed], [200, 1]);
  assert.deepEqual(
    shown?.duplicates.flatMap(({ choice, reasons }) => [choice, reasons[0]?.sentence]),
    ["merge", "Somebody said so.", "merge", "Somebody said so."],
  );
  assert.deepEqual(await accept(), [["Elisabeth Winter", "Karl Winter"]]);
});

Deno.test("two parties that no search found become one, with the guests of both", async () => {
  const { listed: [party], decide, accept } = await aFileBeside(
    [["Elisabeth Winter"]],
    "Name\nSissi Frost",
  );

  await decide("party 2", party?.party.id, "merge");

  assert.deepEqual(await accept(), [["Elisabeth Winter", "Sissi Frost"]]);
});

Deno.test("two entries of the file become one, as the couple say, and two again when they take it back", async () => {
  const { path, call, decide, accept } = await aFileBeside([], "Name\nSissi Frost\nLiz Snow");

  const one = await decide("party 2 guest 0", "party 3 guest 0", "merge");
  const two = await decide("party 3 guest 0", "party 2 guest 0", null);
  assert.deepEqual(
    [one, two].map(({ body: { import: { counts: { parties } } } }) => [
      parties.added,
      parties.merged,
    ]),
    [[1, 1], [2, 0]],
  );
  await decide("party 3", "party 2", "merge");

  assert.equal((await call(`GET ${path}?show=merged`)).body.parties.length, 1);
  assert.deepEqual(await accept(), [["Liz Snow", "Sissi Frost"]]);
});

Deno.test("two guests of one row become one, and somebody is left out, because the couple say so", async () => {
  const { listed: [party], decide, accept } = await aFileBeside(
    [["Elisabeth Winter"]],
    "Name\nSissi Frost and Liz Snow\nTom Rain",
  );

  await decide("party 2 guest 0", "party 2 guest 1", "merge");
  await decide("party 3", party?.party.id, "skip");

  assert.deepEqual(await accept(), [["Elisabeth Winter"], ["Sissi Frost"]]);
});

Deno.test("what the couple say comes before what was proposed", async () => {
  const deps = await testDeps(sql);
  const wedding = await aWedding(deps);
  await aPartyOf(deps, wedding, [{ name: "Ana Silva" }], { mail: "ana@example.com" });
  const other = await aPartyOf(deps, wedding, [{ name: "Anita Souza" }]);
  const { upload, call } = await anImporter(deps, wedding.site);
  const { body } = await upload("Name,Email,Phone\nAna Silva,ana@example.com,+351 912 345 678");
  const path = `/${body.import.id}`;
  const listed = async () =>
    (await call(`GET ${path}?show=changed`)).body.parties.map(({ listed }) => listed);
  assert.notDeepEqual(await listed(), [other.party.id]);

  await call(`PATCH ${path}`, {
    decisions: [{ one: "party 2 guest 0", other: other.guests[0]?.id, choice: "merge" }],
  });

  assert.deepEqual(await listed(), [other.party.id]);
});

for (
  const [what, pair, detail] of [
    ["an entry that is not there", ["party 99", "LISTED"], "This preview has no party 99."],
    [
      "a party that the list has not",
      ["party 2", "party_aaaaaaaaaaaaaaaa"],
      "This preview has no party_aaaaaaaaaaaaaaaa.",
    ],
    ["an entry and itself", ["party 2", "party 2"], "party 2 is one entry, not two."],
    [
      "a party and a guest",
      ["party 2", "GUEST"],
      "party 2 and GUEST are a party and a guest: choose for two parties, or for two guests.",
    ],
    [
      "two of the list",
      ["LISTED", "OTHER"],
      "LISTED and OTHER are both on the list: an import changes nothing between them.",
    ],
  ] as const
) {
  Deno.test(`a choice about ${what} is refused in words, and nothing of it is kept`, async () => {
    const { site, listed: [first, second], path, call } = await aFileBeside(
      [["Elisabeth Winter"], ["Karl Winter"]],
      "Name\nSissi Frost",
    );
    const real = (text: string) =>
      text.replace("LISTED", `${first?.party.id}`).replace("OTHER", `${second?.party.id}`)
        .replace("GUEST", `${first?.guests[0]?.id}`);
    const before = await call(`GET ${path}?show=added`);
    const [one, other] = pair.map(real);

    const { status, body } = await call(`PATCH ${path}`, {
      country: "DE",
      decisions: [{ one, other, choice: "merge" }],
    });

    assert.deepEqual([status, body.code, body.detail], [422, "invalid-input", real(detail)]);
    assert.deepEqual(body.wrong, [real(detail)]);
    assert.deepEqual((await call(`GET ${path}?show=added`)).body, before.body);
    assert.ok(await listAsStored(sql, site.id));
  });
}

Deno.test("guests cannot be one while their parties are kept apart, which is said", async () => {
  const { listed: [party], path, call } = await aFileBeside(
    [["Elisabeth Winter"]],
    "Name\nSissi Frost",
  );

  const { status, body } = await call(`PATCH ${path}`, {
    decisions: [
      { one: "party 2", other: party?.party.id, choice: "keep-apart" },
      { one: "party 2 guest 0", other: party?.guests[0]?.id, choice: "merge" },
    ],
  });

  assert.equal(status, 422);
  assert.match(`${body.detail}`, /cannot be one while party 2 and party_\w+ are kept apart/);
});

Deno.test("fields, cells and countries that are not there are named, and nothing is kept", async () => {
  const { path, call } = await aFileBeside([["Elisabeth Winter"]], "Name\nSissi Frost");
  const before = await call(`GET ${path}`);

  const fields = await call(`PATCH ${path}`, {
    fields: [{ party: "party 2", field: "mail", take: "file" }, {
      party: "party 7",
      field: "mail",
      take: "file",
    }],
    repairs: [{ row: 40, column: 0, value: "Ana" }, { row: 2, column: 9, value: null }],
  });
  const country = await call(`PATCH ${path}`, { country: "ZZ" });

  assert.deepEqual([fields.status, fields.body.wrong], [422, [
    "Of party 2 there are no two values of “mail” to choose between.",
    "This preview has no party 7.",
    "The table has no row 40.",
    "The table has no column 9; the first is 0.",
  ]]);
  assert.deepEqual([country.status, country.body.detail], [422, "“ZZ” is no country’s code."]);
  assert.deepEqual((await call(`GET ${path}`)).body, before.body);
});

Deno.test("every difference that a preview shows can be chosen, both ways and all at once", async () => {
  const deps = await testDeps(sql);
  const wedding = await aWedding(deps);
  await aPartyOf(deps, wedding, [{ name: "Robert Costa" }], { mail: "rob@example.com" });
  const { upload, call } = await anImporter(deps, wedding.site);
  const { body } = await upload(
    "Name,Email,Phone,Notes,Address\nBob Costa,rob@example.com,+351 912 345 678,Likes cats,1 North Road\n" +
      "Rob Costa,rob@example.com,+351 912 345 679,,1 North Road",
  );
  const path = `/${body.import.id}`;
  const changes = async (show: string) =>
    (await call(`GET ${path}?show=${show}`)).body.parties.flatMap(({ changes }) => changes);
  const shown = await changes("changed");
  assert.deepEqual(
    [...new Set(shown.map(({ field }) => field.replace(/^guest_\w+/, "guest")))],
    ["name", "guest.name", "phone", "address", "note"],
  );

  for (const take of ["file", "list"] as const) {
    const fields = shown.map(({ party, field }) => ({ party, field, take }));
    const { status, body } = await call(`PATCH ${path}`, { fields });

    assert.equal(status, 200, JSON.stringify(body));
    const kind = take === "file" ? "changed" : "left";
    assert.ok((await changes(kind)).every((change) => change.take === take));
    assert.equal(body.import.counts.parties[kind], take === "file" ? 1 : 2);
  }
});
