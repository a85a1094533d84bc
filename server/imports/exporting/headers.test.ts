import assert from "node:assert/strict";
import fc from "fast-check";
import type { Question } from "../../../shared/questions.ts";
import { limits } from "../reading/limits.ts";
import { type ListedWedding, ownHeaders, readOwnHeaders } from "./headers.ts";

function event(at: number, name: string, ...courses: string[]): ListedWedding["events"][number] {
  return {
    id: `event_${at}`,
    name,
    startsAt: `2027-06-1${at}T18:00`,
    courses: courses.map((course, place) => ({
      id: `course_${at}x${place}`,
      name: course,
      meals: [],
    })),
  };
}

function question(at: number, label: string, of: Question["for"] = "guest"): Question {
  return { id: `question_${at}`, kind: "text", label, for: of, required: false };
}

const headersOf = (wedding: ListedWedding) => ownHeaders(wedding).map(({ header }) => header);

Deno.test("the columns have a guest, events with their courses, the kitchen, questions and ids", () => {
  const wedding = {
    events: [event(1, "Ceremony"), event(2, "Dinner", "Starter", "Mains")],
    questions: [question(1, "Which song?", "party"), question(2, "Shoe size")],
  };

  assert.deepEqual(headersOf(wedding), [
    ...["Party", "Guest", "Seat", "Age", "Contact name", "Mail", "Phone", "Address"],
    ...["Ceremony: reply", "Dinner: reply", "Dinner: Starter", "Dinner: Mains"],
    ...["Diets", "Allergies", "Kitchen note", "Shoe size", "Which song?"],
    ...["Note", "Guest id", "Party id"],
  ]);
});

Deno.test("an event called Party, a course called reply and a question called Note are no other column", () => {
  const wedding = {
    events: [event(1, "Party", "reply", "Reply")],
    questions: [question(1, "Note"), question(2, "note"), question(3, "Party: reply")],
  };

  const own = headersOf(wedding).filter((header) => /party|note/i.test(header));

  assert.deepEqual(own, [
    ...["Party", "Party: reply", "Party: reply (2)", "Party: Reply (3)"],
    ...["Kitchen note", "Note (2)", "note (3)", "Party: reply (4)", "Note", "Party id"],
  ]);
});

Deno.test("the largest wedding's list has no more columns than are read", () => {
  const courses = Array.from({ length: 12 }, (_, at) => `Course ${at}`);
  const wedding = {
    events: Array.from({ length: 40 }, (_, at) => event(at, `Event ${at}`, ...courses)),
    questions: Array.from({ length: 40 }, (_, at) => question(at, `Question ${at}`)),
  };

  assert.equal(headersOf(wedding).length, 574);
  assert.ok(headersOf(wedding).length <= limits.columns);
});

Deno.test("two events of one name are told apart by when they are", () => {
  const wedding = { events: [event(1, "Dinner"), event(2, "dinner")], questions: [] };

  assert.deepEqual(headersOf(wedding).filter((header) => header.includes("reply")), [
    "Dinner (2027-06-11 18:00): reply",
    "dinner (2027-06-12 18:00): reply",
  ]);
});

Deno.test("columns may be moved, left out, added and spelled otherwise", () => {
  const wedding = { events: [event(1, "Dinner")], questions: [] };

  const found = readOwnHeaders(
    ["SEAT", "dinner - reply", "Table", "guest", "Party", "party "],
    wedding,
  );

  assert.deepEqual(found?.map((column) => column?.kind ?? null), [
    ...["seat", "reply", null, "guest", "party", null],
  ]);
});

Deno.test("a list with a party and a guest is not ours without the seat", () => {
  assert.equal(readOwnHeaders(["Party", "Guest", "Age"], { events: [], questions: [] }), undefined);
});

const anyName = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
  fc.constantFrom("Party", "Guest", "reply", "Note (2)", "Dinner", "dinner", "?", "!", "=1"),
);

Deno.test("whatever events, courses and questions are called, every column is known again", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(anyName, fc.array(anyName, { maxLength: 3 })), { maxLength: 4 }),
      fc.array(anyName, { maxLength: 4 }),
      (events, labels) => {
        const wedding = {
          events: events.map(([name, courses], at) => event(at, name, ...courses)),
          questions: labels.map((label, at) => question(at, label)),
        };
        const own = ownHeaders(wedding);

        const found = readOwnHeaders(own.map(({ header }) => header), wedding);

        assert.deepEqual(found, own.map(({ column }) => column));
      },
    ),
    { numRuns: 1000 },
  );
});
