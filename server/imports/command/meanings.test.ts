import assert from "node:assert/strict";
import fc from "fast-check";
import { type ImportField, importFieldSchema, rowKinds } from "../../../shared/import-fields.ts";
import { type Named, readMeaning, sayMeaning } from "./meanings.ts";

const named: Named = {
  events: [
    { id: "event_0000000000000001", name: "Ceremony" },
    { id: "event_0000000000000002", name: "Dinner: late" },
  ],
  questions: [{ id: "question_0000000000000001", label: "Which song?" }],
};

const fields: ImportField[] = [
  ...rowKinds.map((kind): ImportField => ({ kind })),
  { kind: "first-name", who: "self" },
  { kind: "mail", who: "partner" },
  { kind: "name", who: "child-12" },
  { kind: "last-name", who: "companion-1" },
  { kind: "reply", event: "event_0000000000000002", blank: "nothing" },
  { kind: "invited", event: "every" },
  { kind: "seats", event: "event_0000000000000001" },
  { kind: "meal", event: "event_0000000000000001", course: null },
  { kind: "relation-label", number: 3 },
  { kind: "answer", question: "question_0000000000000001" },
];

Deno.test("what a column means is said as --map takes it", () => {
  for (const field of fields) {
    assert.deepEqual(readMeaning(sayMeaning(field, named), named), field);
  }
});

Deno.test("a meaning is one that the API takes, or none, whatever is typed", () => {
  const words = fc.oneof(
    fc.string(),
    fc.tuple(fc.constantFrom("reply", "child-0-", "partner-", "answer"), fc.string())
      .map(([one, two]) => one + two),
  );
  fc.assert(fc.property(words, (text) => {
    const meaning = readMeaning(text, named);
    if (meaning) importFieldSchema.parse(meaning);
  }));
});
