import assert from "node:assert/strict";
import { eventInputSchema } from "./events.ts";

const event = { name: "Dinner", startsAt: "2027-06-12T18:30", zone: "Europe/Lisbon" };

function issuesOf(input: object): string[] {
  const result = eventInputSchema.safeParse({ ...event, ...input });
  return result.error?.issues.map(({ path, message }) => [...path, message].join(" ")) ?? [];
}

Deno.test("courses and meals keep the ids they bring and get those they lack", () => {
  const { courses } = eventInputSchema.parse({
    ...event,
    courses: [
      { name: "Starters", meals: [{ id: "meal_soup", name: "Soup" }, { name: "Salad" }] },
      { id: "course_mains", name: "Mains", meals: [{ name: "Roast" }] },
    ],
  });

  assert.match(courses[0]?.id ?? "", /^course_[0-9a-z]{16}$/);
  assert.equal(courses[0]?.meals[0]?.id, "meal_soup");
  assert.match(courses[0]?.meals[1]?.id ?? "", /^meal_[0-9a-z]{16}$/);
  assert.equal(courses[1]?.id, "course_mains");
});

Deno.test("two courses, or two meals of one course, do not share an id", () => {
  const course = { id: "course_1", name: "Mains", meals: [{ id: "meal_1", name: "Roast" }] };
  const meals = [...course.meals, { id: "meal_1", name: "Fish" }];

  assert.deepEqual(issuesOf({ courses: [course, course] }), [
    "courses two courses have the same id",
  ]);
  assert.deepEqual(issuesOf({ courses: [{ ...course, meals }] }), [
    "courses 0 meals two meals have the same id",
  ]);
});

Deno.test("an event ends after it starts", () => {
  assert.deepEqual(issuesOf({ endsAt: "2027-06-13T01:00" }), []);
  assert.deepEqual(issuesOf({ endsAt: "2027-06-12T18:30" }), ["endsAt must be after startsAt"]);
  assert.deepEqual(issuesOf({ endsAt: "2027-06-12T01:00" }), ["endsAt must be after startsAt"]);
});
