import assert from "node:assert/strict";
import { aGuest, aQuestion, aView } from "../testing/invitation.ts";
import { draftFrom, guestIn } from "./draft.ts";
import { submissionOf } from "./submission.ts";

const song = aQuestion({
  id: "question_song",
  shownWhen: { question: "question_dance", is: true },
});
const dance = aQuestion({ id: "question_dance", kind: "yes-no", label: "Will you dance?" });

Deno.test("submissionOf() sends answers only to questions that are asked, and forgets none", () => {
  const view = aView({ questions: [dance, song] });
  const draft = draftFrom(view);
  guestIn(draft, "guest_ana").attending.event_dinner = true;
  draft.answers = { question_dance: false, question_song: " Dancing Queen " };

  const hidden = submissionOf(view, draft);
  draft.answers.question_dance = true;
  const shown = submissionOf(view, draft);

  assert.deepEqual(hidden.answers, { question_dance: false });
  assert.deepEqual(shown.answers, { question_dance: true, question_song: "Dancing Queen" });
});

Deno.test("submissionOf() sends meals, diets and allergies only for who comes", () => {
  const view = aView({ guests: [aGuest("Ana"), aGuest("Leo")] });
  const draft = draftFrom(view);
  for (const id of ["guest_ana", "guest_leo"]) {
    Object.assign(guestIn(draft, id), {
      attending: { event_ceremony: false, event_dinner: id === "guest_ana" },
      meals: { course_main: "meal_bass" },
      kitchen: true,
      diets: ["pescatarian"],
      allergies: [{ allergen: "nuts", severity: "life-threatening", note: " all of them " }],
    });
  }

  const [ana, leo] = submissionOf(view, draft).guests;

  assert.deepEqual(ana?.replies, [
    { eventId: "event_ceremony", attending: false, meals: {} },
    { eventId: "event_dinner", attending: true, meals: { course_main: "meal_bass" } },
  ]);
  assert.deepEqual(ana?.allergies, [
    { allergen: "nuts", severity: "life-threatening", note: "all of them" },
  ]);
  assert.deepEqual(leo?.replies[1], { eventId: "event_dinner", attending: false, meals: {} });
  assert.deepEqual(leo?.diets, []);
  assert.deepEqual(leo?.allergies, []);
});

Deno.test("submissionOf() sends no plate of another age, and none for an infant", () => {
  const view = aView({
    guests: [aGuest("Mia", { age: "child" }), aGuest("Bo", { age: "infant" })],
  });
  const draft = draftFrom(view);
  for (const [id, meal] of [["guest_mia", "meal_bass"], ["guest_bo", "meal_risotto"]] as const) {
    guestIn(draft, id).attending.event_dinner = true;
    guestIn(draft, id).meals.course_main = meal;
  }

  const meals = submissionOf(view, draft).guests.map((guest) => guest.replies[0]?.meals);

  assert.deepEqual(meals, [{}, {}]);
});

Deno.test("submissionOf() names an open seat only when somebody takes it", () => {
  const view = aView({ guests: [aGuest(null)] });
  const draft = draftFrom(view);
  const seat = guestIn(draft, "guest_seat");
  seat.name = "  Noor ";

  seat.attending = { event_ceremony: false, event_dinner: false };
  const empty = submissionOf(view, draft).guests[0];
  seat.attending.event_dinner = true;
  const taken = submissionOf(view, draft).guests[0];

  assert.equal(empty?.name, undefined);
  assert.equal(taken?.name, "Noor");
});
