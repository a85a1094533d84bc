import assert from "node:assert/strict";
import { aGuest, aSavedReply, aView } from "../testing/invitation.ts";
import { until } from "../testing/outside.ts";
import { aSession, atReview, problem, saved } from "../testing/session.ts";

Deno.test("send() saves once however often it is pressed, then drops the draft", async () => {
  const { session, sends, submitted, create } = aSession();
  await atReview(session);

  await Promise.all([session.reply?.send(), session.reply?.send()]);
  await session.reply?.send();

  assert.equal(sends().length, 1);
  assert.equal(sends()[0]?.headers.get("idempotency-key"), "key-number-1");
  assert.equal(submitted.length, 1);
  assert.equal(session.state.step === "thanks" && session.state.fresh, true);
  const later = create();
  await later.start();
  assert.equal(later.state.step === "coming" && later.state.restored, false);
});

Deno.test("send() waits for the line and repeats the same words with the same key", async () => {
  const outcomes = ["no line", problem(503, "database-away", {}, { "retry-after": "3" })];
  const view = aView({ guests: [aGuest("Ana")] });
  const { session, sends, pass, comeOnline, open } = aSession({
    "PUT /party/reply": () =>
      outcomes.shift() ?? { body: saved({ ...view, reply: aSavedReply() }) },
  });
  await atReview(session);
  const waiting = () => session.state.step === "review" && session.state.sending === "waiting";

  const sending = session.reply?.send();
  await until(waiting);
  comeOnline();
  await until(() => sends().length === 2 && open() === 2);
  pass(2999);
  assert.equal(sends().length, 2);
  pass(1);
  await sending;

  assert.equal(session.state.step, "thanks");
  const keys = sends().map((asked) => asked.headers.get("idempotency-key"));
  assert.deepEqual(keys, ["key-number-1", "key-number-1", "key-number-1"]);
  assert.deepEqual(sends()[2]?.body, sends()[0]?.body);
  assert.equal(open(), 0);
});

Deno.test("a reply that is owed leaves after a reload, with the same key", async () => {
  let away = true;
  const view = aView({ guests: [aGuest("Ana")] });
  const { session, create, sends, submitted } = aSession({
    "PUT /party/reply": () => away ? "no line" : { body: saved({ ...view, reply: aSavedReply() }) },
  });
  await atReview(session);
  session.reply?.send();
  await until(() => session.state.step === "review" && session.state.sending === "waiting");
  session.stop();
  away = false;

  const reloaded = create();
  await reloaded.start();
  await until(() => reloaded.state.step === "thanks");

  const keys = sends().map((asked) => asked.headers.get("idempotency-key"));
  assert.deepEqual(keys, ["key-number-1", "key-number-1"]);
  assert.equal(submitted.length, 1);
});

Deno.test("a reply that is owed leaves when an ended visit is opened again", async () => {
  const outcomes: unknown[] = [problem(401, "visit-expired")];
  const view = aView({ guests: [aGuest("Ana")] });
  const { session, sends } = aSession({
    "PUT /party/reply": () =>
      outcomes.shift() ?? { body: saved({ ...view, reply: aSavedReply() }) },
  });
  await atReview(session);
  await session.reply?.send();
  assert.equal(session.state.step === "find" && session.state.trouble?.code, "visit-expired");

  session.typeName({ name: "Ana" });
  await session.find();
  await until(() => session.state.step === "thanks");

  assert.equal(sends()[1]?.headers.get("authorization"), "Bearer token-1");
});

Deno.test("takeBack() stops a waiting reply; the next press has a key of its own", async () => {
  const outcomes: unknown[] = ["no line"];
  const view = aView({ guests: [aGuest("Ana")] });
  const { session, sends, open } = aSession({
    "PUT /party/reply": () =>
      outcomes.shift() ?? { body: saved({ ...view, reply: aSavedReply() }) },
  });
  await atReview(session);
  const first = session.reply?.send();
  await until(() => session.state.step === "review" && session.state.sending === "waiting");

  session.reply?.takeBack();
  await first;
  assert.equal(open(), 0);
  await session.reply?.send();

  const keys = sends().map((asked) => asked.headers.get("idempotency-key"));
  assert.deepEqual(keys, ["key-number-1", "key-number-2"]);
});

Deno.test("send() goes back to the place where the trouble is, with all that was typed", async () => {
  const { session, troubles } = aSession({
    "PUT /party/reply": () => problem(409, "event-full", { eventId: "event_dinner", left: 0 }),
  });
  await atReview(session);

  await session.reply?.send();

  assert.equal(session.state.step, "coming");
  assert.deepEqual(troubles, [{ code: "event-full", eventId: "event_dinner", left: 0 }]);
  const draft = session.state.step === "coming" && session.state.draft;
  assert.equal(draft && draft.guests.guest_ana?.meals.course_main, "meal_bass");
});

Deno.test("send() shows the couple's words when the deadline has passed meanwhile", async () => {
  const { session } = aSession({
    "PUT /party/reply": () => problem(409, "replies-closed", { detail: "Call Emma's mother." }),
  });
  await atReview(session);

  await session.reply?.send();

  assert.equal(session.state.step === "closed" && session.state.message, "Call Emma's mother.");
});
