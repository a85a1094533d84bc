import assert from "node:assert/strict";
import { aSheet, aWedding, peopleIn, understood } from "../../testing/a-sheet.ts";
import { recognise } from "../recognising/recognise.ts";
import { understand } from "./understand.ts";

const one = aWedding(["Reception"]);

Deno.test("a reply that is not known leaves no reply, and says what was there", () => {
  const found = understood(aSheet("Name | RSVP", "Jane Doe | if the dog may come"), one);

  assert.deepEqual(found.parties[0]?.guests[0]?.invited, { event_reception: "pending" });
  assert.deepEqual(found.problems.map(({ code, value }) => [code, value]), [
    ["reply-not-known", "if the dog may come"],
  ]);
});

Deno.test("who of several attends is not guessed from a number", () => {
  const found = understood(aSheet("Name | RSVP", "Jane & John Doe | Accepted (1 of 2)"), one);

  assert.deepEqual(found.parties[0]?.guests.map(({ invited }) => invited.event_reception), [
    ...["pending", "pending"],
  ]);
  assert.deepEqual(found.problems.map(({ code }) => code), ["reply-of-some"]);
});

Deno.test("two columns that contradict each other leave no reply", () => {
  const wedding = aWedding(["Reception"]);
  const sheet = aSheet("Name | Reception RSVP | RSVP", "Jane Doe | yes | no");

  const found = understand(sheet, recognise(sheet, wedding), wedding);

  assert.equal(found.parties[0]?.guests[0]?.invited.event_reception, "pending");
  assert.deepEqual(found.problems.map(({ code }) => code), ["replies-differ"]);
});

Deno.test("an empty cell in Zola's file of replies says: not invited", () => {
  const found = understood(aSheet(
    "First Name | Last Name | Ceremony | Meal Choice | Reception | Meal Choice",
    "Jane | Doe | Attending | | | ",
    "John | Doe | No Response | | Declined | ",
    "Rufus | Roe | | | Attending | Sea bass",
  ));

  assert.deepEqual(found.parties.map(({ guests }) => guests[0]?.invited), [
    { event_ceremony: "attending", event_reception: "not-invited" },
    { event_ceremony: "pending", event_reception: "declined" },
    { event_ceremony: "not-invited", event_reception: "attending" },
  ]);
  assert.deepEqual(found.parties[2]?.guests[0]?.meals, {
    event_reception: { course_main: "meal_1" },
  });
});

Deno.test("a grid of numbers says who is invited where, and how many", () => {
  const found = understood(
    aSheet(
      "Name | Mehndi | Sangeet | Reception",
      "Jane Doe | 0 | 1 | 3",
      "John Roe | 1 | -1 | 1",
    ),
    aWedding(["Mehndi", "Sangeet", "Reception"]),
  );

  const [jane, , third] = found.parties[0]?.guests ?? [];
  assert.deepEqual(peopleIn(found), [["Jane Doe", "–", "–"], ["John Roe"]]);
  assert.deepEqual(jane?.invited, {
    event_mehndi: "not-invited",
    event_sangeet: "invited",
    event_reception: "invited",
  });
  assert.deepEqual(third?.invited, {
    event_mehndi: "not-invited",
    event_sangeet: "not-invited",
    event_reception: "invited",
  });
});

Deno.test("a reply that names no event of several is kept until the couple says which", () => {
  const sheet = aSheet("Name | RSVP", "Jane Doe | yes");
  const wedding = aWedding();
  const recognised = recognise(sheet, wedding);

  const before = understand(sheet, recognised, wedding);
  const columns = recognised.columns.map((column) =>
    column.field.kind === "reply"
      ? { ...column, field: { ...column.field, event: "event_reception" as const } }
      : column
  );
  const after = understand(sheet, { ...recognised, columns }, wedding);

  assert.deepEqual(before.problems.map(({ code, row }) => [code, row]), [["event-not-chosen", 1]]);
  assert.deepEqual(before.parties[0]?.guests[0]?.answers.map(({ text }) => text), ["yes"]);
  assert.deepEqual(before.parties[0]?.guests[0]?.invited, {});
  assert.deepEqual(after.parties[0]?.guests[0]?.invited, { event_reception: "attending" });
  assert.deepEqual(after.problems, []);
});
