import assert from "node:assert/strict";
import { aGuest, aSavedReply, aView } from "./testing/invitation.ts";
import { until } from "./testing/outside.ts";
import { aSession, atReview, problem, saved } from "./testing/session.ts";

Deno.test("next() stays where something is missing and says what", async () => {
  const { session, troubles } = aSession();
  await session.start("link-1");

  session.reply?.next();

  assert.equal(session.state.step, "coming");
  assert.deepEqual(troubles.map((trouble) => trouble.code), ["coming-missing", "coming-missing"]);
});

Deno.test("answerForAll() passes by the kitchen when nobody comes", async () => {
  const { session } = aSession();
  await session.start("link-1");

  session.reply?.answerForAll(false);
  const after = session.state.step;
  session.reply?.next();

  assert.deepEqual([after, session.state.step], ["questions", "review"]);
});

Deno.test("refresh() shows what another device saved, and never touches what is typed", async () => {
  let view = aView({ reply: aSavedReply({ changeNumber: 7 }) });
  const { session, asked } = aSession({ "GET /party": () => ({ body: view }) });
  await session.start("link-1");
  view = aView({ reply: aSavedReply({ changeNumber: 8 }) });

  const before = asked.length;
  await session.reply?.refresh(7);
  assert.equal(asked.length, before);
  await session.reply?.refresh(8);
  const seen = session.state;
  session.reply?.editReply();
  session.reply?.change({ note: "Hello" });
  view = aView({ reply: aSavedReply({ changeNumber: 9 }) });
  await session.reply?.refresh(9);

  assert.equal(seen.step === "thanks" && seen.changedElsewhere, true);
  const { state } = session;
  assert.equal(state.step === "coming" && state.draft.note, "Hello");
  assert.equal(state.step === "coming" && state.elsewhere?.reply?.changeNumber, 9);
});

Deno.test("sendNote() needs a name and words, and reaches the couple", async () => {
  const { session, asked } = aSession({
    "POST /find": () => problem(404, "invitation-not-found"),
  });
  await session.start();
  session.typeName({ name: "Chris" });
  await session.find();
  await session.prepare();
  session.reply?.openNote();
  await session.reply?.sendNote();
  const { state } = session;
  assert.equal(state.step === "find" && state.note.trouble?.questionId, "text");

  session.reply?.typeNote({ text: "I cannot find myself." });
  await session.reply?.sendNote();

  assert.deepEqual(asked.at(-1)?.body, { name: "Chris", text: "I cannot find myself." });
  assert.equal(session.state.step === "find" && session.state.note.status, "sent");
});

Deno.test("stop() leaves nothing running, and start() goes on where it was", async () => {
  let away = true;
  const view = aView({ guests: [aGuest("Ana")] });
  const { session, sends, open } = aSession({
    "PUT /party/reply": () => away ? "no line" : { body: saved({ ...view, reply: aSavedReply() }) },
  });
  await atReview(session);
  session.reply?.send();
  await until(() => session.state.step === "review" && session.state.sending === "waiting");

  session.stop();
  assert.equal(open(), 0);
  away = false;
  await session.start();

  assert.equal(session.state.step, "thanks");
  assert.equal(sends().length, 2);
});

Deno.test("leave() forgets the guest, but not what was filled in", async () => {
  const { session, create } = aSession();
  await session.start("link-1");
  session.reply?.change({ note: "Hello" });

  session.leave();

  assert.equal(session.state.step, "find");
  const again = create();
  await again.start();
  again.typeName({ name: "Ana" });
  await again.find();
  const { state } = again;
  assert.equal(state.step === "coming" && state.draft.note, "Hello");
});

Deno.test("a draft is taken up again on the page where it was left", async () => {
  const { session, create } = aSession();
  await session.start("link-1");
  session.reply?.answerForAll(true);
  session.reply?.changeGuest("guest_ana", { kitchenNote: "No coriander" });

  const reloaded = create();
  await reloaded.start();

  const { state } = reloaded;
  assert.equal(state.step === "guests" && state.restored, true);
  assert.equal(
    state.step === "guests" && state.draft.guests.guest_ana?.kitchenNote,
    "No coriander",
  );
});

Deno.test("a draft older than the saved reply is offered, not imposed", async () => {
  let view = aView({ guests: [aGuest("Ana")] });
  const { session, create } = aSession({ "GET /party": () => ({ body: view }) });
  await session.start("link-1");
  session.reply?.change({ note: "Hello" });
  view = { ...view, reply: aSavedReply({ changeNumber: 9 }) };

  const reloaded = create();
  await reloaded.start();
  assert.equal(reloaded.state.step === "thanks" && reloaded.state.unsent, true);
  reloaded.reply?.resumeDraft();

  assert.equal(reloaded.state.step === "coming" && reloaded.state.draft.note, "Hello");
});

Deno.test("a party that replied can still write to the couple after the deadline", async () => {
  const view = aView({ guests: [aGuest("Ana")], reply: aSavedReply(), replies: "closed" });
  const { session, asked } = aSession({}, view);
  await session.start("link-1");

  session.reply?.openNote();
  session.reply?.typeNote({ name: "Ana", text: "Leo is ill." });
  await session.reply?.sendNote();

  assert.deepEqual(asked.at(-1)?.body, { name: "Ana", text: "Leo is ill." });
  assert.equal(session.state.step === "thanks" && session.state.note.status, "sent");
});
