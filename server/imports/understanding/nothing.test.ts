import assert from "node:assert/strict";
import { aSheet, peopleIn, understood } from "../../testing/a-sheet.ts";

for (const word of ["N/A", "n/a", "n.a.", "NA", "none", "None", "–", "-", "nil", "no"]) {
  Deno.test(`“${word}” beside a guest is nobody, no child and no plus-one`, () => {
    const found = understood(aSheet(
      "Name|Partner|Children|Plus One",
      `Ana Reed|${word}|${word}|${word}`,
    ));

    assert.deepEqual(peopleIn(found), [["Ana Reed"]]);
    assert.deepEqual(found.problems, []);
  });
}

for (const word of ["N/A", "none", "-", "Single", "TBD", "unknown"]) {
  Deno.test(`two strangers whose party is “${word}” are not one party`, () => {
    const found = understood(aSheet(
      "First Name|Last Name|Party",
      `Ana|Reed|${word}`,
      `Ben|Stone|${word}`,
    ));

    assert.deepEqual(peopleIn(found), [["Ana Reed"], ["Ben Stone"]]);
    assert.deepEqual(found.parties.map(({ name }) => name), ["Ana Reed", "Ben Stone"]);
  });
}

Deno.test("no address, mail or telephone is no note and no complaint", () => {
  const found = understood(aSheet(
    "Name|Email|Phone|Address",
    "Ana Reed|n/a|none|-",
    "Ben Stone|N/A|–|None",
  ));

  assert.deepEqual(found.problems, []);
  assert.deepEqual(found.parties.map(({ contact, notes }) => [contact.address, notes]), [
    [null, []],
    [null, []],
  ]);
});

Deno.test("who is called Na, Nil or No is somebody", () => {
  const found = understood(aSheet(
    "First Name|Last Name|Partner First Name|Partner Last Name",
    "Na|Li|No|Kim",
    "Nil|Puig|Sim|",
  ));

  assert.deepEqual(peopleIn(found), [["Na Li", "No Kim"], ["Nil Puig", "Sim Puig"]]);
});

Deno.test("a tick where a name could stand is a seat, and a name after a yes is the name", () => {
  const found = understood(aSheet(
    "Name|Partner|Plus One",
    "Ana Reed|yes|",
    "Ben Stone|x|",
    "Cy Hill||Yes - Tom Roe",
    "Di Lake||Y (Kim Po)",
  ));

  assert.deepEqual(peopleIn(found), [
    ["Ana Reed", "–"],
    ["Ben Stone", "–"],
    ["Cy Hill", "Tom Roe"],
    ["Di Lake", "Kim Po"],
  ]);
});

Deno.test("“maybe” names nobody: it is said, and kept", () => {
  const found = understood(aSheet("Name|Plus One", "Ana Reed|maybe", "Ben Stone|TBD"));

  assert.deepEqual(peopleIn(found), [["Ana Reed"], ["Ben Stone", "–"]]);
  assert.deepEqual(found.problems.map(({ row, code }) => [row, code]), [[2, "count-not-known"]]);
  assert.deepEqual(found.parties[0]?.notes.map(({ text }) => text), ["maybe"]);
});

Deno.test("nobody invited of a named row is said, and a number below zero is no number", () => {
  const found = understood(aSheet("Name|Number invited", "Ana Reed|0", "Ben Stone|-2"));

  assert.deepEqual(peopleIn(found), [["Ana Reed"], ["Ben Stone"]]);
  assert.deepEqual(found.problems.map(({ row, code }) => [row, code]), [
    [2, "none-invited"],
    [3, "count-not-known"],
  ]);
});

Deno.test("a table's number above its guests is nobody", () => {
  const found = understood(aSheet("Name|Meal", "Table 5|", "Ana Reed|Beef", "Tisch Nr. 6|"));

  assert.deepEqual(peopleIn(found), [["Ana Reed"]]);
});
