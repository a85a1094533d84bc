import assert from "node:assert/strict";
import { changesBetween } from "./changes-between.ts";
import type { Summary } from "./summary.ts";

function aSummary(over: Partial<Summary> = {}): Summary {
  return {
    coming: ["Ana and Leo will be there for Dinner."],
    guests: [
      { guestId: "guest_ana", name: "Ana", kitchen: "Sea bass", answers: [] },
      { guestId: "guest_leo", name: "Leo", kitchen: "Mushroom risotto", answers: [] },
    ],
    answers: [{ question: "A song?", answer: "Dancing Queen" }],
    note: "See you!",
    ...over,
  };
}

const both = [{ id: "guest_ana" }, { id: "guest_leo" }];

Deno.test("changesBetween() finds nothing between a reply and itself, and all of it stays", () => {
  const { changes, same } = changesBetween(aSummary(), aSummary(), both);

  assert.deepEqual(changes, []);
  assert.deepEqual(same, aSummary());
});

Deno.test("changesBetween() puts what was beside what will be, and leaves out what stays", () => {
  const after = aSummary({
    coming: ["Ana will be there for Dinner.", "Leo can’t come."],
    guests: [{ guestId: "guest_ana", name: "Ana", kitchen: "Lamb", answers: [] }],
    note: "",
  });

  const { changes, same } = changesBetween(aSummary(), after, [{ id: "guest_ana" }]);

  assert.deepEqual(changes, [
    {
      part: "coming",
      before: "Ana and Leo will be there for Dinner.",
      after: "Ana will be there for Dinner.\nLeo can’t come.",
    },
    {
      part: "kitchen",
      guest: { guestId: "guest_ana", name: "Ana" },
      before: "Sea bass",
      after: "Lamb",
    },
    // That Leo stays away says all about what he eats.
    { part: "word", before: "See you!", after: "" },
  ]);
  assert.deepEqual(same, { coming: [], guests: [], answers: aSummary().answers, note: "" });
});

Deno.test("changesBetween() tells each changed answer by its question, of guests and of the party", () => {
  const [ana, leo] = aSummary().guests;
  if (!ana || !leo) throw new Error("unreachable");
  const dance = { question: "Will you dance?", answer: "Yes" };
  const bus = { question: "Do you need the bus?", answer: "No" };
  const before = aSummary({ guests: [{ ...ana, answers: [dance, bus] }, leo] });
  const after = aSummary({
    guests: [{ ...ana, answers: [{ ...dance, answer: "No" }, bus] }, leo],
    answers: [...before.answers, { question: "By car?", answer: "Yes" }],
  });

  const { changes, same } = changesBetween(before, after, both);

  assert.deepEqual(changes, [
    {
      part: "answer",
      guest: { guestId: "guest_ana", name: "Ana" },
      question: "Will you dance?",
      before: "Yes",
      after: "No",
    },
    { part: "answer", question: "By car?", before: "", after: "Yes" },
  ]);
  assert.deepEqual(same.guests, [{ ...ana, answers: [bus] }, leo]);
  assert.deepEqual(same.answers, before.answers);
});

Deno.test("changesBetween() repeats of who comes only the sentences that are new or gone", () => {
  const stays = "Mia can’t come.";
  const { changes, same } = changesBetween(
    aSummary({ coming: ["Ana will be there for Dinner.", stays] }),
    aSummary({ coming: ["Ana can’t come.", stays] }),
    both,
  );

  assert.deepEqual(changes, [
    { part: "coming", before: "Ana will be there for Dinner.", after: "Ana can’t come." },
  ]);
  assert.deepEqual(same.coming, [stays]);
});
