import assert from "node:assert/strict";
import { aGuest, aQuestion, aView } from "../testing/invitation.ts";
import { missingOn } from "./check.ts";
import { draftFrom, guestIn } from "./draft.ts";

const guests = (...guestIds: string[]) => ({ step: "guests" as const, guestIds });

Deno.test("missingOn() names each guest and event that has no answer yet", () => {
  const view = aView({ guests: [aGuest("Ana"), aGuest("Leo", { events: ["event_ceremony"] })] });
  const draft = draftFrom(view);
  guestIn(draft, "guest_ana").attending.event_dinner = false;

  const missing = missingOn({ step: "coming" }, view, draft);

  assert.deepEqual(missing, [
    { code: "coming-missing", guestId: "guest_ana", eventId: "event_ceremony" },
    { code: "coming-missing", guestId: "guest_leo", eventId: "event_ceremony" },
  ]);
});

Deno.test("missingOn() asks for the name of an open seat that is taken", () => {
  const view = aView({ guests: [aGuest(null)] });
  const draft = draftFrom(view);
  guestIn(draft, "guest_seat").attending = { event_ceremony: true, event_dinner: false };

  assert.deepEqual(missingOn({ step: "coming" }, view, draft), [
    { code: "name-missing", guestId: "guest_seat" },
  ]);
});

Deno.test("missingOn() asks how serious an allergy is, and which one another is", () => {
  const view = aView({ guests: [aGuest("Ana", { events: ["event_ceremony"] })] });
  const draft = draftFrom(view);
  Object.assign(guestIn(draft, "guest_ana"), {
    attending: { event_ceremony: true },
    kitchen: true,
    allergies: [
      { allergen: "nuts", severity: null, note: "" },
      { allergen: "other", severity: "allergy", note: " " },
      { allergen: "milk", severity: "intolerance", note: "" },
    ],
  });

  assert.deepEqual(
    missingOn(guests("guest_ana", "guest_bo"), view, draft).map((trouble) => trouble.code),
    [
      "severity-missing",
      "allergen-missing",
    ],
  );
});

Deno.test("missingOn() asks for a plate only where one fits", () => {
  const view = aView({
    guests: [aGuest("Ana"), aGuest("Bo", { age: "infant" })],
  });
  const draft = draftFrom(view);
  for (const id of ["guest_ana", "guest_bo"]) guestIn(draft, id).attending.event_dinner = true;

  assert.deepEqual(missingOn(guests("guest_ana", "guest_bo"), view, draft), [{
    code: "meal-missing",
    guestId: "guest_ana",
    eventId: "event_dinner",
    courseId: "course_main",
  }]);
});

Deno.test("missingOn() asks required questions of nobody who stays at home", () => {
  const view = aView({
    guests: [aGuest("Ana"), aGuest("Leo")],
    questions: [aQuestion({ id: "question_bus", for: "guest", required: true })],
  });
  const draft = draftFrom(view);
  guestIn(draft, "guest_ana").attending.event_ceremony = true;

  assert.deepEqual(missingOn(guests("guest_ana", "guest_leo"), view, draft), [
    { code: "answer-missing", questionId: "question_bus", guestId: "guest_ana" },
  ]);
});

Deno.test("missingOn() says when more guests newly come than there are places left", () => {
  const view = aView({ guests: [aGuest("Ana"), aGuest("Leo")] });
  for (const event of view.events) event.left = 1;
  const draft = draftFrom(view);
  for (const id of ["guest_ana", "guest_leo"]) {
    guestIn(draft, id).attending = { event_ceremony: false, event_dinner: true };
  }

  assert.deepEqual(missingOn({ step: "coming" }, view, draft), [
    { code: "event-full", eventId: "event_dinner", left: 1 },
  ]);
});

Deno.test("missingOn() asks what the kitchen must know of whoever said that there is something", () => {
  const view = aView({ guests: [aGuest("Mia", { age: "child", events: ["event_ceremony"] })] });
  const draft = draftFrom(view);
  const mia = guestIn(draft, "guest_mia");
  Object.assign(mia, { attending: { event_ceremony: true }, kitchen: true, kitchenNote: " " });
  const missing = () => missingOn(guests("guest_mia"), view, draft);
  const something = [{ code: "kitchen-missing", guestId: "guest_mia", allergen: "any" }];

  assert.deepEqual(missing(), something);
  // A diet that a child is not asked for tells nothing.
  mia.diets = ["no-alcohol"];
  assert.deepEqual(missing(), something);

  mia.diets = ["vegan"];
  assert.deepEqual(missing(), []);
  Object.assign(mia, { diets: [], kitchenNote: "Small plates" });
  assert.deepEqual(missing(), []);
  Object.assign(mia, { kitchenNote: "", kitchen: false });
  assert.deepEqual(missing(), []);
});
