import assert from "node:assert/strict";
import { aForm, aGuest, aSavedReply, aView } from "../testing/invitation.ts";
import { missingOn } from "./check.ts";
import { draftFrom, guestIn } from "./draft.ts";
import { pagesOf } from "./pages.ts";
import { answerForAll, beginReply } from "./replying.ts";
import { submissionOf } from "./submission.ts";

const coming = { step: "coming" } as const;

Deno.test("a guest who is not sure yet has answered, where the couple allows it", () => {
  const view = aView({ guests: [aGuest("Ana")] });
  const draft = draftFrom(view);
  guestIn(draft, "guest_ana").attending = { event_ceremony: true, event_dinner: null };

  const allowed = missingOn(coming, view, draft, true);
  const refused = missingOn(coming, view, draft, false);

  assert.deepEqual(allowed, []);
  assert.deepEqual(refused, [
    { code: "unsure-not-offered", guestId: "guest_ana", eventId: "event_dinner" },
  ]);
});

Deno.test("a guest who is not sure yet is asked nothing about food", () => {
  const view = aView({ guests: [aGuest("Ana")] });
  const state = beginReply(aForm({ notSure: true }), { token: "link-1", view });

  const unsure = answerForAll(state, null);

  assert.deepEqual(pagesOf(view, unsure.draft).map((page) => page.step), [
    "coming",
    "questions",
    "review",
  ]);
  assert.equal(unsure.step, "questions");
});

Deno.test("submissionOf() sends that a guest is not sure yet, with no meal, and keeps a seat's name", () => {
  const view = aView({ guests: [aGuest(null)] });
  const draft = draftFrom(view);
  Object.assign(guestIn(draft, "guest_seat"), {
    name: "Noor",
    attending: { event_ceremony: false, event_dinner: null },
    meals: { course_main: "meal_bass" },
  });

  const [seat] = submissionOf(view, draft).guests;

  assert.equal(seat?.name, "Noor");
  assert.deepEqual(seat?.replies, [
    { eventId: "event_ceremony", attending: false, meals: {} },
    { eventId: "event_dinner", attending: null, meals: {} },
  ]);
});

Deno.test("a saved reply that is not sure yet is taken up as it was", () => {
  const [ana] = aSavedReply().guests;
  if (!ana) throw new Error("unreachable");
  const replies = [{ eventId: "event_dinner" as const, attending: null, meals: {} }];
  const view = aView({
    guests: [aGuest("Ana")],
    reply: aSavedReply({ guests: [{ ...ana, replies }] }),
  });

  const draft = draftFrom(view);

  assert.deepEqual(guestIn(draft, "guest_ana").attending, { event_dinner: null });
});
