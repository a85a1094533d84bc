import assert from "node:assert/strict";
import fc from "fast-check";
import { allergens, diets, severities } from "../../../shared/kitchen.ts";
import type { Question } from "../../../shared/questions.ts";
import { allergySchema } from "../../../shared/reply.ts";
import {
  allergiesCell,
  answerCell,
  dietsCell,
  readAllergiesCell,
  readAnswerCell,
  readDietsCell,
} from "./own-cells.ts";

const some: Question = {
  id: "question_1",
  kind: "some-of",
  label: "Which days?",
  for: "guest",
  required: false,
  options: [
    { id: "option_1", label: "Friday; Saturday" },
    { id: "option_2", label: "Sunday" },
    { id: "option_3", label: "sunday" },
  ],
};

Deno.test("the kitchen's cells are made to be read, and are read back", () => {
  const cell = allergiesCell([
    { allergen: "nuts", severity: "life-threatening" },
    { allergen: "other", severity: "allergy", note: "kiwi (raw)" },
  ]);

  assert.equal(cell, "nuts: life-threatening\nother: allergy (kiwi (raw))");
  assert.deepEqual(readAllergiesCell(cell)?.[1], {
    allergen: "other",
    severity: "allergy",
    note: "kiwi (raw)",
  });
  assert.equal(readAllergiesCell("allergic to bees"), undefined);
  assert.equal(readDietsCell("vegan, only on Fridays"), undefined);
});

Deno.test("options are told apart even when they are called the same", () => {
  const cell = answerCell(some, ["option_1", "option_3"]);

  assert.equal(cell, "Friday; Saturday\nsunday (2)");
  assert.deepEqual(readAnswerCell(some, cell), ["option_1", "option_3"]);
  assert.equal(readAnswerCell(some, "Monday"), undefined);
});

Deno.test("yes and no are yes and no", () => {
  const { id, label, for: of, required } = some;
  const yesNo: Question = { id, label, for: of, required, kind: "yes-no" };

  for (const answer of [true, false]) {
    assert.equal(readAnswerCell(yesNo, answerCell(yesNo, answer)), answer);
  }
  assert.equal(readAnswerCell(yesNo, "perhaps"), undefined);
});

const anyAllergy = fc.record({
  allergen: fc.constantFrom(...allergens),
  severity: fc.constantFrom(...severities),
  note: fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
}).map((allergy) => allergySchema.safeParse(allergy)).filter(({ success }) => success)
  .map(({ data }) => data).filter((allergy) => allergy !== undefined);

Deno.test("any diets and allergies are read back as they were", () => {
  fc.assert(
    fc.property(
      fc.array(anyAllergy, { maxLength: 4 }),
      fc.subarray([...diets]),
      (allergies, eats) => {
        assert.deepEqual(readAllergiesCell(allergiesCell(allergies)), allergies);
        assert.deepEqual(readDietsCell(dietsCell(eats)), eats);
      },
    ),
    { numRuns: 1000 },
  );
});
