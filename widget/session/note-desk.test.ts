import assert from "node:assert/strict";
import { until } from "../testing/outside.ts";
import { aSession, coreOf, problem } from "../testing/session.ts";
import { openNote, sendNote, typeNote } from "./note-desk.ts";

/** Somebody who is not found and writes to the couple, on a line that is away until it is back. */
async function aNote(text = "I cannot find myself.") {
  let away = true;
  const world = aSession({
    "POST /find": () => problem(404, "invitation-not-found"),
    "POST /notes": () => away ? "no line" : { status: 201, body: {} },
  });
  const { session } = world;
  await session.start();
  session.typeName({ name: "Chris" });
  await session.find();
  await session.prepare();
  const core = coreOf(session);
  openNote(core);
  typeNote(core, { text });
  const note = () => {
    const { state } = session;
    if (!("note" in state)) throw new Error(`No note at ${state.step}.`);
    return state.note;
  };
  const notes = () => world.asked.filter(({ path }) => path === "/notes");
  return { ...world, core, note, notes, reconnect: () => away = false };
}

Deno.test("a note waits for the line, is told once, and arrives under one id", async () => {
  const { core, note, notes, troubles, open, comeOnline, reconnect } = await aNote();
  troubles.length = 0;

  const sending = sendNote(core);
  await until(() => note().trouble?.code === "unreachable" && open() === 2);
  assert.equal(note().status, "sending");
  comeOnline();
  await until(() => notes().length === 2 && open() === 2);
  assert.deepEqual(troubles, [{ code: "unreachable" }]);
  reconnect();
  // A press meanwhile tries at once.
  await Promise.all([sendNote(core), sendNote(core), sending]);

  assert.equal(note().status, "sent");
  assert.equal(notes().length, 3);
  assert.equal(new Set(notes().map(({ body }) => JSON.stringify(body))).size, 1);
  assert.equal(open(), 0);
});

Deno.test("a note that is being sent while the form is moved goes on", async () => {
  const { session, core, note, open, reconnect } = await aNote();
  sendNote(core);
  await until(() => open() === 2);

  session.stop();
  assert.equal(open(), 0);
  reconnect();
  await session.start();

  assert.equal(note().status, "sent");
});

Deno.test("a note that is changed while it waits is called back, and is another note", async () => {
  const { core, note, notes, open, reconnect } = await aNote();
  const sending = sendNote(core);
  await until(() => open() === 2);

  typeNote(core, { text: "I found myself." });
  await sending;
  assert.deepEqual([note().status, note().trouble, open()], ["open", undefined, 0]);
  reconnect();
  await sendNote(core);

  const [first, second] = notes().map(({ body }) => body as { id: string; text: string });
  assert.equal(second?.text, "I found myself.");
  assert.notEqual(second?.id, first?.id);
});

Deno.test("what was written in a note is there after a reload, until it is sent", async () => {
  const { create, reconnect } = await aNote("We are three.");

  const reloaded = create();
  await reloaded.start();
  await reloaded.prepare();
  const core = coreOf(reloaded);
  openNote(core);
  const { state } = reloaded;
  assert.deepEqual("note" in state && [state.note.name, state.note.text], [
    "Chris",
    "We are three.",
  ]);
  reconnect();
  await sendNote(core);

  const later = create();
  await later.start();
  await later.prepare();
  openNote(coreOf(later));
  assert.equal("note" in later.state && later.state.note.text, "");
});

Deno.test("a name that is typed while a note is on its way stays", async () => {
  const { session, core, note, open, reconnect, comeOnline } = await aNote();
  const sending = sendNote(core);
  await until(() => open() === 2);

  session.typeName({ name: "Christopher" });
  reconnect();
  comeOnline();
  await sending;

  assert.equal(note().status, "sent");
  assert.equal(session.state.step === "find" && session.state.name, "Christopher");
});
