import assert from "node:assert/strict";
import { aForm, aGuest, aView } from "../testing/invitation.ts";
import { answerForAll, beginReply, changeGuest, nextPage, resumeReply } from "./replying.ts";

const seat = aGuest(null);
const withSeat = () =>
  beginReply(aForm(), { token: "token-1", view: aView({ guests: [aGuest("Ana"), seat] }) });

Deno.test("answerForAll() opens the guests for the name of an open seat without calling it trouble", () => {
  const answered = answerForAll(withSeat(), true);

  assert.equal(answered.step, "coming");
  assert.equal(answered.apart, true);
  assert.deepEqual(answered.troubles, []);
});

Deno.test("nextPage() says that the name is missing, and goes on once it is there", () => {
  const answered = answerForAll(withSeat(), true);

  const pressed = nextPage(answered);
  const named = nextPage(changeGuest(pressed, seat.id, { name: "Kim" }));

  assert.deepEqual(pressed.troubles, [{ code: "name-missing", guestId: seat.id }]);
  assert.equal(named.step, "guests");
});

Deno.test("resumeReply() says that the words were kept on the page it leads to, and on no later one", () => {
  const { form, visit, draft } = answerForAll(
    beginReply(aForm(), { token: "token-1", view: aView({ guests: [aGuest("Ana")] }) }),
    true,
  );

  const resumed = resumeReply(form, visit, { draft, page: { step: "coming" }, basedOn: null });
  const later = nextPage(resumed);

  assert.equal(resumed.restored, true);
  assert.equal(later.step, "guests");
  assert.equal(later.restored, false);
});
