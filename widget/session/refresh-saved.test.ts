import assert from "node:assert/strict";
import { aGuest, aSavedReply, aView } from "../testing/invitation.ts";
import { until } from "../testing/outside.ts";
import { aSession, atReview, coreOf } from "../testing/session.ts";
import { resumeDraft, takeOver } from "./other-reply.ts";
import { refreshSaved } from "./refresh-saved.ts";

/** An open form, and another device that saves. */
async function anOpenForm() {
  let view = aView({ guests: [aGuest("Ana")] });
  const device = aSession({ "GET /party": () => ({ body: view }) });
  await device.session.start("link-1");
  const saveElsewhere = (changeNumber: number) => {
    view = { ...view, reply: aSavedReply({ changeNumber, note: "From the other phone" }) };
  };
  return { ...device, saveElsewhere };
}

Deno.test("refresh() takes over at once what another device saved while nothing is filled in here", async () => {
  const { session, saveElsewhere } = await anOpenForm();
  saveElsewhere(8);

  await refreshSaved(coreOf(session), 8);

  const { state } = session;
  assert.equal(state.step === "thanks" && state.changedElsewhere, true);
  assert.equal(state.step === "thanks" && state.visit.view.reply?.changeNumber, 8);
});

Deno.test("refresh() tells on every page of a begun reply that another device saved one", async () => {
  const { session, saveElsewhere } = await anOpenForm();
  session.reply?.answerForAll(true);
  saveElsewhere(8);

  await refreshSaved(coreOf(session), 8);
  const on = session.state;
  session.reply?.back();

  assert.equal(on.step === "guests" && on.elsewhere?.reply?.changeNumber, 8);
  assert.equal(session.state.step === "coming" && session.state.elsewhere !== null, true);
});

Deno.test("takeOver() shows the other reply and keeps what was begun", async () => {
  const { session, saveElsewhere } = await anOpenForm();
  session.reply?.change({ note: "Hello" });
  saveElsewhere(8);
  await refreshSaved(coreOf(session), 8);

  takeOver(coreOf(session));
  const { state } = session;
  resumeDraft(coreOf(session));

  assert.equal(state.step === "thanks" && state.visit.view.reply?.note, "From the other phone");
  assert.equal(state.step === "thanks" && state.unsent, true);
  assert.equal(session.state.step === "coming" && session.state.draft.note, "Hello");
  assert.equal(session.state.step === "coming" && session.state.elsewhere, null);
});

Deno.test("startAfresh() begins with what the other device saved", async () => {
  const { session, saveElsewhere } = await anOpenForm();
  session.reply?.change({ note: "Hello" });
  saveElsewhere(8);
  await refreshSaved(coreOf(session), 8);

  session.reply?.startAfresh();

  const { state } = session;
  assert.equal(state.step === "coming" && state.draft.note, "From the other phone");
});

Deno.test("refresh() leaves a reply alone that is on its way", async () => {
  const { session, asked } = aSession({ "PUT /party/reply": () => "no line" });
  await atReview(session);
  session.reply?.send();
  await until(() => session.state.step === "review" && session.state.sending === "waiting");
  const looked = () => asked.filter(({ method, path }) => `${method} ${path}` === "GET /party");
  const before = looked().length;

  await refreshSaved(coreOf(session), 8);

  assert.equal(looked().length, before);
  assert.equal(session.state.step === "review" && session.state.sending, "waiting");
  session.stop();
});
