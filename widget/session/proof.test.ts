import assert from "node:assert/strict";
import { createChallenge, type Payload, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { aView } from "../testing/invitation.ts";
import { type Asked, until } from "../testing/outside.ts";
import { aSession, coreOf, problem } from "../testing/session.ts";
import { openNote, sendNote } from "./note-desk.ts";

const secrets = { hmacSignatureSecret: "one", hmacKeySignatureSecret: "two" };

async function askForProof(over: { counter?: number; algorithm?: string } = {}) {
  const challenge = await createChallenge({
    algorithm: "PBKDF2/SHA-256",
    cost: 10,
    counter: 5,
    deriveKey,
    ...secrets,
    ...over,
  });
  return problem(428, "proof-needed", { challenge });
}

/** Whether ALTCHA's own library takes what came in the header. */
async function isProven({ headers }: Asked): Promise<boolean> {
  const proof = headers.get("proof");
  if (!proof) return false;
  const payload: Payload = JSON.parse(atob(proof));
  return (await verifySolution({ ...payload, deriveKey, ...secrets })).verified;
}

const found = { body: { ...aView(), token: "token-1" } };

Deno.test("a name for which the server wants a proof is sent again with one, and the invitation opens", async () => {
  const { session, asked, troubles, open } = aSession({
    "POST /find": async (asked) => await isProven(asked) ? found : await askForProof(),
  });
  await session.start();
  session.typeName({ name: "Ana" });

  await session.find();

  assert.equal(session.state.step, "coming");
  assert.deepEqual(troubles, []);
  const tries = asked.filter(({ path }) => path === "/find");
  assert.deepEqual(tries.map(({ body }) => body), [{ name: "Ana" }, { name: "Ana" }]);
  session.stop();
  assert.equal(open(), 0);
});

Deno.test("a note is sent with a proof too, word for word", async () => {
  const { session, asked } = aSession({
    "POST /notes": async (asked) =>
      await isProven(asked) ? { status: 201, body: {} } : await askForProof(),
    "POST /find": () => problem(404, "invitation-not-found"),
  });
  await session.start();
  session.typeName({ name: "Ana" });
  await session.find();
  await session.prepare();
  openNote(coreOf(session));
  session.reply?.changeNote({ text: "I am lost" });

  await sendNote(coreOf(session));

  const { state } = session;
  assert.equal("note" in state && state.note.status, "sent");
  const notes = asked.filter(({ path }) => path === "/notes").map(({ body }) => body);
  const note = { id: "note_key-number-1", name: "Ana", text: "I am lost" };
  assert.deepEqual(notes, [note, note]);
});

Deno.test("the guest hears of it only when it takes a while, and no longer than it takes", async () => {
  let answer = () => {};
  const answered = new Promise<void>((resolve) => answer = resolve);
  const { session, asked, pass } = aSession({
    "POST /find": async (asked) => {
      if (!asked.headers.has("proof")) return askForProof();
      await answered;
      return found;
    },
  });
  await session.start();
  session.typeName({ name: "Ana" });

  const finding = session.find();
  await until(() => asked.some(({ headers }) => headers.has("proof")));
  pass(399);
  const before = session.proving();
  pass(1);
  const meanwhile = session.proving();
  answer();
  await finding;

  assert.deepEqual([before, meanwhile, session.proving()], [false, true, false]);
});

Deno.test("a challenge that cannot be solved leaves the words where they are, and the note within reach", async () => {
  const { session, troubles } = aSession({
    "POST /find": () => askForProof({ algorithm: "PBKDF2/SHA-512" }),
  });
  await session.start();
  session.typeName({ name: "Ana" });

  await session.find();

  const { state } = session;
  assert.deepEqual(troubles.map(({ code }) => code), ["proof-needed"]);
  assert.equal(state.step === "find" && state.name, "Ana");
  assert.equal(state.step === "find" && state.busy, false);
  await session.prepare();
  openNote(coreOf(session));
  session.reply?.changeNote({ text: "I am lost" });
  await sendNote(coreOf(session));
  assert.equal("note" in session.state && session.state.note.status, "sent");
});

Deno.test("a challenge that makes no sense is told as what it is", async () => {
  for (const challenge of [null, "x", {}, { parameters: null }, { parameters: { salt: 1 } }]) {
    const { session, troubles } = aSession({
      "POST /find": () => problem(428, "proof-needed", { challenge }),
    });
    await session.start();
    session.typeName({ name: "Ana" });

    await session.find();

    assert.deepEqual(troubles.map(({ code }) => code), ["proof-needed"]);
  }
});

Deno.test("a server that is never content is not asked for ever", async () => {
  const { session, asked, troubles } = aSession({ "POST /find": () => askForProof() });
  await session.start();
  session.typeName({ name: "Ana" });

  await session.find();

  assert.equal(asked.filter(({ path }) => path === "/find").length, 4);
  assert.deepEqual(troubles.map(({ code }) => code), ["proof-needed"]);
});

Deno.test("a telephone that cannot solve it in a minute is told to try again later", async () => {
  const { session, troubles, open, pass } = aSession({
    "POST /find": () => askForProof({ counter: 4_000_000 }),
  });
  await session.start();
  session.typeName({ name: "Ana" });

  const finding = session.find();
  // The request has been answered, and it is being solved: one timer for the words, one for the patience.
  await until(() => open() === 2);
  pass(60_000);
  await finding;

  assert.deepEqual(troubles.map(({ code }) => code), ["proof-needed"]);
});

Deno.test("a form that leaves the page stops solving and leaves nothing behind", async () => {
  const { session, asked, open } = aSession({
    "POST /find": () => askForProof({ counter: 4_000_000 }),
  });
  await session.start();
  session.typeName({ name: "Ana" });

  const finding = session.find();
  await until(() => asked.some(({ path }) => path === "/find"));
  session.stop();
  await finding;

  assert.equal(open(), 0);
  assert.equal(session.proving(), false);
});

Deno.test("what only a script fills in is sent along", async () => {
  const { session, asked } = aSession();
  await session.start();
  session.typeName({ name: "Ana", subject: "Cheap pills" });

  await session.find();

  const find = asked.find(({ path }) => path === "/find");
  assert.deepEqual(find?.body, { name: "Ana", subject: "Cheap pills" });
});
