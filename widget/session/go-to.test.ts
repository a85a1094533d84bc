import assert from "node:assert/strict";
import { aGuest, aSavedReply, aView } from "../testing/invitation.ts";
import { aSession, atReview } from "../testing/session.ts";

Deno.test("goTo() goes back to any page, and on to pages before which nothing is missing", async () => {
  const { session } = aSession();
  await atReview(session);

  const seen = ["coming", "review", "guests", "questions"].map((step) => {
    session.reply?.goTo(step);
    return session.state.step;
  });

  assert.deepEqual(seen, ["coming", "review", "guests", "questions"]);
});

Deno.test("goTo() stays where the way there is not answered yet", async () => {
  const { session, troubles } = aSession();
  await session.start("link-1");
  const before = session.state;

  for (const step of ["guests", "review", "thanks", "closed", "nonsense"]) {
    session.reply?.goTo(step);
  }

  assert.equal(session.state, before);
  assert.deepEqual(troubles, []);
});

Deno.test("goTo() opens a saved reply, and not after the deadline", async () => {
  const view = aView({ guests: [aGuest("Ana")], reply: aSavedReply() });
  const open = aSession({}, view);
  await open.session.start("link-1");
  const closed = aSession({}, { ...view, replies: "closed" });
  await closed.session.start("link-1");

  open.session.reply?.goTo("questions");
  closed.session.reply?.goTo("questions");

  assert.equal(open.session.state.step, "questions");
  assert.equal(closed.session.state.step, "thanks");
});
