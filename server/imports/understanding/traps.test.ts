import assert from "node:assert/strict";
import { aSheet, aWedding, peopleIn, understood } from "../../testing/a-sheet.ts";
import { recognise } from "../recognising/recognise.ts";
import { firstChoices } from "../planning/choices.ts";
import { planImport } from "../planning/plan-import.ts";

// What other importers are known to fall over.

Deno.test("a number that begins with 0300 is one of the wedding's country, and no other country's", () => {
  const found = understood(
    aSheet("Name | Phone", "Aisha Khan | 0300-1234567", "Omar Khan | 03001234567"),
    aWedding(["Walima"], "PK"),
  );

  assert.deepEqual(found.parties.map(({ contact }) => contact.phone?.number), [
    "+923001234567",
    "+923001234567",
  ]);
  assert.deepEqual(found.problems, []);
});

Deno.test("two people of one file may share a telephone: it is asked, and apart they are two", () => {
  const sheet = aSheet(
    "Name | Phone",
    "Jane Doe | (503) 555-0142",
    "Rufus Quill | (503) 555-0142",
  );

  const [asked, apart] = [null, "keep-apart" as const].map((undecided) =>
    planImport(
      { sheets: [sheet], how: { format: "csv" }, notices: [] },
      { ...firstChoices("US"), undecided },
      { changeNumber: 0, events: [], questions: [], parties: [] },
      ["en"],
    )
  );

  assert.deepEqual([asked?.counts.parties.merged, asked?.counts.parties.undecided], [0, 1]);
  assert.equal(apart?.counts.parties.added, 2);
  assert.deepEqual(apart?.parties.map(({ contact }) => contact.phone), [
    "+15035550142",
    "+15035550142",
  ]);
});

Deno.test("a blank reply in Joy's export is no reply yet, and not a guest who is not invited", () => {
  const sheet = aSheet(
    "first name | last name | tags | rsvp",
    "Jane | Doe | family | Accept",
    "John | Doe | family |",
  );
  const wedding = aWedding(["Reception"]);
  const found = understood(sheet, wedding);

  assert.equal(recognise(sheet, wedding).source, "joy");
  assert.deepEqual(
    found.parties.flatMap(({ guests }) => guests.flatMap(({ invited }) => Object.values(invited))),
    ["attending", "pending"],
  );
});

Deno.test("Paperless Post's Guest Name is whom the guest brings, and not the guest", () => {
  const found = understood(
    aSheet(
      "First Name | Last Name | Email | RSVP Status | Meal Choice | Guest Name",
      "Jane | Doe | jane@example.com | Attending | Beef | Tom Roe",
      "Ada | Byron | ada@example.com | Not attending | |",
    ),
    aWedding(["Reception"]),
  );

  assert.deepEqual(peopleIn(found), [["Jane Doe", "Tom Roe"], ["Ada Byron"]]);
});

Deno.test("HTML where a name should be names nobody, and beside a name stays the text that it is", () => {
  const found = understood(aSheet(
    "Name | Notes",
    "<script>alert(1)</script> | hello",
    "<b>Jane Doe</b> |",
    "Ada Byron | <img src=x onerror=alert(1)>",
    "Jane &lt;3 Doe |",
  ));

  assert.deepEqual(
    found.problems.filter(({ severity }) => severity === "error")
      .map(({ row, code }) => [row, code]).slice(0, 2),
    [[2, "not-a-name"], [3, "not-a-name"]],
  );
  assert.ok(peopleIn(found).flat().every((name) => !/[<>]/.test(name)));
  const ada = found.parties.find(({ name }) => name === "Ada Byron");
  assert.deepEqual(ada?.notes.map(({ text }) => text), ["<img src=x onerror=alert(1)>"]);
});
