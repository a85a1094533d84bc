import assert from "node:assert/strict";
import { aSheet, aWedding } from "../../testing/a-sheet.ts";
import { recognise } from "./recognise.ts";

function eventsIn(headers: string, cells: string, events: string[]) {
  const { columns } = recognise(aSheet(headers, cells, cells), aWedding(events));
  return columns.flatMap(({ field }) => "event" in field ? [field.event] : []);
}

Deno.test("an answer to an event that the site has not is no answer to the only one it has", () => {
  assert.deepEqual(
    eventsIn("Name|Ceremony RSVP|Dinner RSVP", "Ana Reed|No|Yes", ["Ceremony"]),
    ["event_ceremony", null],
  );
  assert.deepEqual(
    eventsIn("first name|last name|rsvp / ceremony|rsvp / reception", "Ana|Reed|Accept|Accept", [
      "Reception",
    ]),
    [null, "event_reception"],
  );
});

Deno.test("two columns that both name the event are both about it", () => {
  assert.deepEqual(
    eventsIn("Name|rsvp / brunch|Farewell Brunch reply", "Ana Reed|Yes|Yes", ["Farewell Brunch"]),
    ["event_farewellbrunch", "event_farewellbrunch"],
  );
});

Deno.test("what a hand-made list says of its guests is kept, an address book's own columns are not", () => {
  const kinds = (...headers: string[]) => {
    const cells = headers.map(() => "Ana").join("|");
    const { columns } = recognise(aSheet(headers.join("|"), cells, cells), aWedding());
    return columns.map(({ field }) => field.kind);
  };

  assert.deepEqual(kinds("Name", "Language", "Birthday", "Photo"), [
    ...["name", "unknown", "unknown", "ignored"],
  ]);
  assert.deepEqual(
    kinds("Name", "Given Name", "Family Name", "Yomi Name", "Birthday", "E-mail 1 - Type"),
    ["name", "first-name", "last-name", ...["ignored", "ignored", "ignored"]],
  );
});
