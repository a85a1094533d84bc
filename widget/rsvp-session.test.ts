import assert from "node:assert/strict";
import { openNote, sendNote } from "./session/note-desk.ts";
import { resumeDraft } from "./session/other-reply.ts";
import { refreshSaved } from "./session/refresh-saved.ts";
import { aGuest, aSavedReply, aView } from "./testing/invitation.ts";
import { until } from "./testing/outside.ts";
import { aSession, atReview, coreOf, problem, saved } from "./testing/session.ts";

Deno.test("next() stays where something is missing: says once that all is, then what still is", async () => {
  const { session, troubles } = aSession();
  await session.start("link-1");

  session.reply?.next();
  assert.equal(session.state.step, "coming");
  assert.deepEqual(troubles, [{ code: "answer-missing" }]);
  session.reply?.changeGuest("guest_ana", { attending: { event_ceremony: true } });
  session.reply?.next();

  assert.equal(session.state.step, "coming");
  assert.deepEqual(troubles.slice(1), [
    { code: "coming-missing", guestId: "guest_ana", eventId: "event_dinner" },
  ]);
});

Deno.test("a personal link brings along whose wedding it is; who gave a name has seen it", async () => {
  const { session } = aSession();
  await session.start("link-1");
  const byLink = "welcome" in session.state && session.state.welcome;
  session.leave();
  session.typeName({ name: "Ana" });
  await session.find();

  assert.equal(session.state.step, "coming");
  assert.deepEqual([byLink, "welcome" in session.state && session.state.welcome], [true, false]);
});

Deno.test("a note from the first page keeps what is answered while it is on its way", async () => {
  const { session } = aSession();
  await session.start("link-1");
  openNote(coreOf(session));
  session.reply?.changeNote({ text: "My sister is missing." });

  const sent = sendNote(coreOf(session));
  session.reply?.changeGuest("guest_ana", { attending: { event_dinner: true } });
  await sent;

  const { state } = session;
  assert.ok(state.step === "coming");
  assert.equal(state.note.status, "sent");
  assert.deepEqual(state.draft.guests.guest_ana?.attending, { event_dinner: true });
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
  await refreshSaved(coreOf(session), 7);
  assert.equal(asked.length, before);
  await refreshSaved(coreOf(session), 8);
  const seen = session.state;
  session.reply?.editReply();
  session.reply?.change({ note: "Hello" });
  view = aView({ reply: aSavedReply({ changeNumber: 9 }) });
  await refreshSaved(coreOf(session), 9);

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
  openNote(coreOf(session));
  await sendNote(coreOf(session));
  const { state } = session;
  assert.equal(state.step === "find" && state.note.trouble?.questionId, "text");

  session.reply?.changeNote({ text: "I cannot find myself." });
  await sendNote(coreOf(session));

  assert.deepEqual(asked.at(-1)?.body, {
    id: "note_key-number-1",
    name: "Chris",
    text: "I cannot find myself.",
  });
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
  resumeDraft(coreOf(reloaded));

  assert.equal(reloaded.state.step === "coming" && reloaded.state.draft.note, "Hello");
});

Deno.test("a party that replied can still write to the couple after the deadline", async () => {
  const view = aView({ guests: [aGuest("Ana")], reply: aSavedReply(), replies: "closed" });
  const { session, asked } = aSession({}, view);
  await session.start("link-1");

  openNote(coreOf(session));
  session.reply?.changeNote({ name: "Ana", text: "Leo is ill." });
  await sendNote(coreOf(session));

  const { body } = asked.at(-1) ?? {};
  assert.deepEqual(body, { id: "note_key-number-1", name: "Ana", text: "Leo is ill." });
  assert.equal(session.state.step === "thanks" && session.state.note.status, "sent");
});

Deno.test("that there is something for the kitchen outlives a reload, and is not passed by", async () => {
  const { session, create, troubles } = aSession();
  await session.start("link-1");
  session.reply?.answerForAll(true);
  session.reply?.changeGuest("guest_ana", { meals: { course_main: "meal_bass" }, kitchen: true });

  const reloaded = create();
  await reloaded.start();
  reloaded.reply?.next();

  const { state } = reloaded;
  assert.equal(state.step === "guests" && state.draft.guests.guest_ana?.kitchen, true);
  assert.deepEqual(troubles.map(({ code }) => code), ["kitchen-missing"]);
  reloaded.reply?.changeGuest("guest_ana", { kitchenNote: "No coriander" });
  assert.deepEqual(reloaded.state.step === "guests" && reloaded.state.troubles, []);
});
