import assert from "node:assert/strict";
import { aGuest, aSavedReply, aView } from "../testing/invitation.ts";
import { until } from "../testing/outside.ts";
import { aSession, coreOf, problem } from "../testing/session.ts";
import { askWithdrawal, withdrawReply } from "./withdrawing.ts";

const view = aView({ guests: [aGuest("Ana")], reply: aSavedReply() });
const gone = { body: { changeNumber: 8, view: { ...view, reply: null } } };

/** A session that shows the saved reply and has asked whether to take it back. */
async function asked(withdraw: () => unknown = () => gone) {
  const device = aSession({ "DELETE /party/reply": withdraw }, view);
  await device.session.start("link-1");
  askWithdrawal(coreOf(device.session), true);
  const deletes = () => device.asked.filter(({ method }) => method === "DELETE");
  return { ...device, deletes };
}

Deno.test("withdraw() takes the reply back, says so, and begins with an empty one", async () => {
  const { session, deletes, withdrawn } = await asked();

  await withdrawReply(coreOf(session));

  const { state } = session;
  assert.equal(state.step === "coming" && state.withdrawn, true);
  assert.deepEqual(state.step === "coming" && state.draft.guests.guest_ana?.attending, {});
  assert.equal(deletes()[0]?.headers.get("idempotency-key"), "key-number-1");
  assert.deepEqual(withdrawn, [8]);
});

Deno.test("withdraw() does nothing before the guest was asked, and nothing twice", async () => {
  const { session, deletes } = await asked();
  askWithdrawal(coreOf(session), false);

  await withdrawReply(coreOf(session));
  assert.equal(deletes().length, 0);
  askWithdrawal(coreOf(session), true);
  await Promise.all([withdrawReply(coreOf(session)), withdrawReply(coreOf(session))]);

  assert.equal(deletes().length, 1);
});

Deno.test("withdraw() waits for the line and repeats with the same key", async () => {
  const outcomes: unknown[] = ["no line"];
  const { session, deletes, comeOnline, open } = await asked(() => outcomes.shift() ?? gone);

  const withdrawing = withdrawReply(coreOf(session));
  await until(() => session.state.step === "thanks" && session.state.withdrawing === "waiting");
  comeOnline();
  await withdrawing;

  const keys = deletes().map(({ headers }) => headers.get("idempotency-key"));
  assert.deepEqual(keys, ["key-number-1", "key-number-1"]);
  assert.equal(session.state.step, "coming");
  assert.equal(open(), 0);
});

Deno.test("askWithdrawal(false) ends a withdrawal that waits: the reply is kept", async () => {
  const { session, deletes, comeOnline, open } = await asked(() => "no line");
  const withdrawing = withdrawReply(coreOf(session));
  await until(() => session.state.step === "thanks" && session.state.withdrawing === "waiting");

  askWithdrawal(coreOf(session), false);
  await withdrawing;
  comeOnline();

  assert.equal(session.state.step === "thanks" && session.state.withdrawing, "no");
  assert.deepEqual([deletes().length, open()], [1, 0]);
});

Deno.test("a withdrawal goes on after the element was moved, with the same key", async () => {
  const outcomes: unknown[] = ["no line"];
  const { session, deletes } = await asked(() => outcomes.shift() ?? gone);
  withdrawReply(coreOf(session));
  await until(() => session.state.step === "thanks" && session.state.withdrawing === "waiting");

  session.stop();
  await session.start();

  assert.equal(session.state.step, "coming");
  assert.deepEqual(
    deletes().map(({ headers }) => headers.get("idempotency-key")),
    ["key-number-1", "key-number-1"],
  );
});

Deno.test("withdraw() says that replies have closed meanwhile, and shows what stays saved", async () => {
  let replies: "open" | "closed" = "open";
  const { session, troubles } = aSession({
    "GET /party": () => ({ body: { ...view, replies } }),
    "DELETE /party/reply": () => problem(409, "replies-closed"),
  });
  await session.start("link-1");
  askWithdrawal(coreOf(session), true);
  replies = "closed";

  await withdrawReply(coreOf(session));

  const { state } = session;
  assert.equal(state.step === "thanks" && state.visit.view.replies, "closed");
  assert.deepEqual(troubles.map(({ code }) => code), ["replies-closed"]);
});

Deno.test("after the deadline a reply cannot be taken back", async () => {
  const { session } = aSession({}, { ...view, replies: "closed" });
  await session.start("link-1");

  askWithdrawal(coreOf(session), true);

  assert.equal(session.state.step === "thanks" && session.state.withdrawing, "no");
});

Deno.test("withdraw() leads from a visit that has ended to looking by name", async () => {
  const { session } = await asked(() => problem(401, "visit-expired"));

  await withdrawReply(coreOf(session));

  assert.equal(session.state.step === "find" && session.state.trouble?.code, "visit-expired");
});
