import assert from "node:assert/strict";
import fc from "fast-check";
import { ages } from "../../shared/events.ts";
import { emptyHeadcount, headcountSchema } from "../../shared/headcount.ts";
import { allergens, diets, severities } from "../../shared/kitchen.ts";
import { type CountedGuest, countGuests, moveHeadcount } from "./count.ts";
import { moveHeadcounts } from "./move-headcounts.ts";

const events = ["event_1", "event_2"] as const;

function aGuest(overrides: Partial<CountedGuest> = {}): CountedGuest {
  return {
    id: "guest_1",
    age: "adult",
    events: ["event_1"],
    replies: [],
    diets: [],
    allergies: [],
    ...overrides,
  };
}

const yes = (meals: Record<`course_${string}`, `meal_${string}`> = {}) => ({
  eventId: events[0],
  attending: true,
  meals,
});
const no = { eventId: events[0], attending: false, meals: {} };
const unsure = { eventId: events[0], attending: null, meals: {} };

const anyGuest: fc.Arbitrary<CountedGuest> = fc.record({
  id: fc.constantFrom("guest_1" as const, "guest_2" as const),
  age: fc.constantFrom(...ages),
  events: fc.subarray([...events]),
  replies: fc.subarray([...events]).chain((answered) =>
    fc.tuple(...answered.map((eventId) =>
      fc.record({
        eventId: fc.constant(eventId),
        attending: fc.constantFrom(true, false, null),
        meals: fc.constantFrom(
          {},
          { course_1: "meal_1" } as const,
          { course_1: "meal_2" } as const,
        ),
      })
    ))
  ),
  diets: fc.subarray([...diets], { maxLength: 3 }),
  allergies: fc.array(
    fc.record({
      allergen: fc.constantFrom(...allergens),
      severity: fc.constantFrom(...severities),
      note: fc.constantFrom("kiwi", "lychee"),
    }),
    { maxLength: 3 },
  ),
});
const someGuests = fc.array(anyGuest, { maxLength: 8 });

Deno.test("an invited guest is pending, attending or declined, and in one age class when attending", () => {
  const guests = [
    aGuest(),
    aGuest({ replies: [no], age: "child" }),
    aGuest({ replies: [unsure] }),
    aGuest({ replies: [yes()] }),
    aGuest({ replies: [yes()], age: "child" }),
    aGuest({ replies: [yes()], age: "infant" }),
    aGuest({ events: [] }),
  ];

  assert.deepEqual(countGuests(guests).get("event_1"), {
    ...emptyHeadcount(),
    invited: 6,
    pending: 2,
    unsure: 1,
    declined: 1,
    attending: 3,
    adults: 1,
    children: 1,
    infants: 1,
  });
});

Deno.test("a reply to an event without an invitation does not count", () => {
  assert.equal(countGuests([aGuest({ events: [], replies: [yes()] })]).size, 0);
});

Deno.test("the kitchen counts only who comes", () => {
  const needs = {
    diets: ["vegan" as const],
    allergies: [{ allergen: "nuts" as const, severity: "allergy" as const }],
  };
  const guests = [
    aGuest({ ...needs, replies: [yes({ course_1: "meal_1" })] }),
    aGuest({ ...needs, replies: [yes({ course_1: "meal_2" })] }),
    aGuest({ ...needs, replies: [no] }),
    aGuest({ ...needs, replies: [unsure] }),
    aGuest(needs),
  ];

  const count = countGuests(guests).get("event_1");

  assert.deepEqual(count?.meals, { course_1: { meal_1: 1, meal_2: 1 } });
  assert.deepEqual(count?.diets, { vegan: 2 });
  assert.deepEqual(count?.allergies, { nuts: { allergy: 2 } });
});

Deno.test("an allergy named twice counts once, at its gravest; other allergies count each", () => {
  const count = countGuests([aGuest({
    replies: [yes()],
    allergies: [
      { allergen: "nuts", severity: "life-threatening" },
      { allergen: "nuts", severity: "preference" },
      { allergen: "milk", severity: "intolerance" },
      { allergen: "other", severity: "allergy", note: "kiwi" },
      { allergen: "other", severity: "allergy", note: "lychee" },
      { allergen: "other", severity: "preference", note: "kiwi" },
    ],
  })]).get("event_1");

  assert.deepEqual(count?.allergies, {
    nuts: { "life-threatening": 1 },
    milk: { intolerance: 1 },
    other: { allergy: 2 },
  });
});

Deno.test("counts add up, whoever is counted", () => {
  fc.assert(fc.property(someGuests, (guests) => {
    for (const [eventId, count] of countGuests(guests)) {
      assert.deepEqual(headcountSchema.parse(count), count);
      assert.equal(count.invited, guests.filter(({ events }) => events.includes(eventId)).length);
      assert.equal(count.invited, count.attending + count.declined + count.pending);
      assert.ok(count.unsure <= count.pending);
      assert.equal(count.attending, count.adults + count.children + count.infants);
      const served = Object.values(count.meals.course_1 ?? {}).reduce((sum, meal) => sum + meal, 0);
      assert.ok(served <= count.attending);
    }
  }));
});

Deno.test("the order of guests does not matter", () => {
  fc.assert(fc.property(someGuests, (guests) => {
    assert.deepEqual(countGuests(guests.toReversed()), countGuests(guests));
  }));
});

Deno.test("moving from some answers to others comes to the same as counting anew", () => {
  fc.assert(fc.property(someGuests, someGuests, someGuests, (others, before, after) => {
    const current = countGuests([...others, ...before]);

    const { moved, news } = moveHeadcounts(current, before, after);

    const expected = countGuests([...others, ...after]);
    for (const { eventId, headcount } of moved) current.set(eventId, headcount);
    for (const eventId of events) {
      assert.deepEqual(
        current.get(eventId) ?? emptyHeadcount(),
        expected.get(eventId) ?? emptyHeadcount(),
      );
    }
    assert.equal(news.length, moved.length);
  }));
});

Deno.test("answers that move no number are no news", () => {
  fc.assert(fc.property(someGuests, (guests) => {
    assert.deepEqual(moveHeadcounts(countGuests(guests), guests, guests.toReversed()).news, []);
  }));
});

Deno.test("a headcount that moves leaves the one it was told from as it is", () => {
  const before = countGuests([aGuest({ replies: [yes({ course_1: "meal_1" })], diets: ["vegan"] })])
    .get("event_1");
  assert.ok(before);
  const copy = structuredClone(before);

  const after = moveHeadcount(before, before, undefined);

  assert.deepEqual(before, copy);
  assert.deepEqual(after, emptyHeadcount());
});
