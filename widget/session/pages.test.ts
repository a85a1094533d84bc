import assert from "node:assert/strict";
import { aGuest, aQuestion, aView } from "../testing/invitation.ts";
import { type Draft, draftFrom, guestIn } from "./draft.ts";
import { pageOf, pagesOf } from "./pages.ts";

const ana = aGuest("Ana");
const leo = aGuest("Leo");
const mia = aGuest("Mia", { age: "child" });

function withAll(draft: Draft, attending: boolean): Draft {
  for (const id of Object.keys(draft.guests)) {
    guestIn(draft, id).attending = { event_ceremony: attending, event_dinner: attending };
  }
  return draft;
}

Deno.test("pagesOf() asks nobody who stays at home", () => {
  const view = aView({ guests: [ana] });

  const pages = pagesOf(view, withAll(draftFrom(view), false));

  assert.deepEqual(pages.map((page) => page.step), ["coming", "questions", "review"]);
});

Deno.test("pagesOf() keeps guests together while there is little to ask", () => {
  const view = aView({ guests: [ana, leo] });

  const pages = pagesOf(view, withAll(draftFrom(view), true));

  assert.deepEqual(pages[1], { step: "guests", guestIds: ["guest_ana", "guest_leo"] });
  assert.equal(pages.length, 4);
});

Deno.test("pagesOf() gives each guest a page when there is much to ask", () => {
  const view = aView({ guests: [ana, leo, mia] });

  const pages = pagesOf(view, withAll(draftFrom(view), true));

  assert.deepEqual(pages.slice(1, 4), [
    { step: "guests", guestIds: ["guest_ana"] },
    { step: "guests", guestIds: ["guest_leo"] },
    { step: "guests", guestIds: ["guest_mia"] },
  ]);
});

Deno.test("pageOf() finds the page where something can be put right", () => {
  const view = aView({ questions: [aQuestion({ id: "question_song" })] });
  const pages = pagesOf(view, withAll(draftFrom(view), true));
  const step = (place: Parameters<typeof pageOf>[0]) => pageOf(place, pages);

  assert.equal(step({ eventId: "event_dinner" }).step, "coming");
  assert.deepEqual(step({ guestId: "guest_leo", courseId: "course_main" }), {
    step: "guests",
    guestIds: ["guest_leo"],
  });
  assert.equal(step({ questionId: "question_song" }).step, "questions");
  assert.equal(step({}).step, "review");
});
