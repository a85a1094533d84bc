import assert from "node:assert/strict";
import { aGuest, aSavedReply, aView } from "../testing/invitation.ts";
import { draftFrom, draftOver, guestIn } from "./draft.ts";
import { submissionOf } from "./submission.ts";

Deno.test("draftFrom() opens a saved reply so that sending it unchanged says the same", () => {
  const { submittedAt: _, changeNumber: __, by: ___, late: ____, ...said } = aSavedReply();
  const view = aView({ reply: aSavedReply() });

  const again = submissionOf(view, draftFrom(view));

  assert.deepEqual(again, said);
});

Deno.test("draftFrom() shows the kitchen question as answered where something was told", () => {
  const reply = aSavedReply();
  reply.guests[0]?.allergies.push({ allergen: "nuts", severity: "allergy" });

  const draft = draftFrom(aView({ reply }));

  assert.equal(guestIn(draft, "guest_ana").kitchen, true);
  assert.equal(guestIn(draft, "guest_leo").kitchen, null);
});

Deno.test("draftOver() keeps what was typed, forgets guests who left and knows who is new", () => {
  const kept = draftFrom(aView({ guests: [aGuest("Ana"), aGuest("Old")] }));
  guestIn(kept, "guest_ana").attending.event_dinner = true;
  kept.note = "See you!";

  const draft = draftOver(aView({ guests: [aGuest("Ana"), aGuest("Leo")] }), kept);

  assert.deepEqual(Object.keys(draft.guests), ["guest_ana", "guest_leo"]);
  assert.equal(guestIn(draft, "guest_ana").attending.event_dinner, true);
  assert.equal(draft.note, "See you!");
});
