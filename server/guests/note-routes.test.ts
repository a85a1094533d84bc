import assert from "node:assert/strict";
import type { Note, Notes } from "../../shared/guest-list.ts";
import { noteSchema, notesSchema } from "../../shared/guest-list.ts";
import { changesAfter } from "../changes/changes.ts";
import { testDatabase } from "../testing/database.ts";
import { aSite } from "../testing/fixtures.ts";
import { anApiKey } from "../testing/fixtures-access.ts";
import { testApp } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";
import { noteRoutes } from "./note-routes.ts";

const sql = await testDatabase();
let now = new Date("2027-01-01T12:00:00Z");
const deps = await testDeps(sql, { now: () => now });

async function aSiteWithNotes() {
  // An app, and so an address, of its own: few notes are taken from one.
  const { call } = testApp(deps, noteRoutes);
  const site = await aSite(deps);
  const notes = `/v1/sites/${site.slug}/notes`;
  const leave = (text: string, more: object = {}) =>
    call(`POST ${notes}`, { body: { name: "Ana Silva", text, ...more } });
  const planner = await anApiKey(deps, site, "planner");
  const viewer = await anApiKey(deps, site, "viewer");
  const read = async (query = "") =>
    notesSchema.parse((await call<Notes>(`GET ${notes}${query}`, { token: viewer })).body);
  return { call, site, notes, leave, read, planner, viewer };
}

Deno.test("a note reaches the couple, and nobody reads it in the database", async () => {
  const { site, leave, read } = await aSiteWithNotes();

  const answer = await leave("I cannot find  my\nquandong", { reach: "912 345 678" });

  assert.equal(answer.status, 201);
  assert.deepEqual(answer.body, {});
  const { notes: [note], next } = await read();
  assert.ok(note);
  assert.deepEqual(note, {
    id: note.id,
    name: "Ana Silva",
    reach: "912 345 678",
    text: "I cannot find my quandong",
    receivedAt: "2027-01-01T12:00:00.000Z",
    settled: false,
  });
  assert.equal(next, null);
  const [change] = (await changesAfter(sql, site.id, 0, 100))
    .filter(({ type }) => type === "note.received");
  assert.deepEqual([change?.data, change?.by], [{ noteId: note.id }, { kind: "visitor" }]);
  const [row] = await sql<{ text: string }>`
    select encode(sealed, 'escape') || notes::text as text
    from notes
    where site_id = ${site.id}
  `;
  assert.doesNotMatch(row?.text ?? "quandong", /quandong|Silva/);
});

Deno.test("a note that is sent again because its answer was lost is there once", async () => {
  const { leave, read } = await aSiteWithNotes();
  const id = `note_${crypto.randomUUID().replaceAll("-", "")}`;

  const first = await leave("Did we get lost in the post?", { id });
  const again = await leave("Did we get lost in the post?", { id });

  assert.deepEqual([first.status, again.status], [201, 201]);
  const { notes } = await read();
  assert.deepEqual(notes.map((note) => note.id), [id]);
});

Deno.test("notes come newest first, page by page", async () => {
  const { leave, read } = await aSiteWithNotes();
  for (const text of ["one", "two", "three"]) {
    await leave(text);
    // The last two arrive in the same millisecond.
    if (text === "one") now = new Date(now.getTime() + 1000);
  }

  const first = await read("?limit=2");
  const second = await read(`?limit=2&after=${first.next}`);

  const texts = [...first.notes, ...second.notes].map(({ text }) => text);
  assert.deepEqual(texts.slice(0, 2).sort(), ["three", "two"]);
  assert.equal(texts[2], "one");
  assert.deepEqual([first.notes.length, second.notes.length, second.next], [2, 1, null]);
});

Deno.test("a note is settled and opened again, each time once in the log", async () => {
  const { call, site, notes, leave, read, planner } = await aSiteWithNotes();
  await leave("Hello");
  const [note] = (await read()).notes;
  const settle = (settled: boolean) =>
    call<Note>(`PATCH ${notes}/${note?.id}`, { token: planner, body: { settled } });

  const settled = await settle(true);
  await settle(true);
  const seen = await read();
  const open = await settle(false);

  assert.deepEqual(noteSchema.parse(settled.body), { ...note, settled: true });
  assert.equal(seen.notes[0]?.settled, true);
  assert.equal(open.body.settled, false);
  const told = (await changesAfter(sql, site.id, 0, 100))
    .flatMap((change) => change.type === "note.settled" ? change.data.settled : []);
  assert.deepEqual(told, [true, false]);
});

Deno.test("whoever writes many notes needs a proof for the next, and a page must be allowed to", async () => {
  const { call, notes, leave, read } = await aSiteWithNotes();

  const foreign = await call(`POST ${notes}`, {
    body: { name: "Eve", text: "Hello" },
    origin: "https://evil.example",
  });
  const statuses = [];
  for (let times = 0; times < 6; times++) statuses.push((await leave("Hello")).status);

  assert.equal(foreign.body.code, "page-not-allowed");
  // A page that is not allowed has taken none of the five.
  assert.deepEqual(statuses, [201, 201, 201, 201, 201, 428]);
  assert.equal((await read()).notes.length, 5);
});

Deno.test("a note that says nothing, or too much, is refused", async () => {
  const { call, notes, read } = await aSiteWithNotes();
  const bodies = [
    { name: "Ana" },
    { name: "", text: "Hello" },
    { name: "Ana", text: "   " },
    { name: "Ana", text: "x".repeat(1001) },
    { name: "Ana", text: "Hello", party: "party_1" },
  ];

  for (const body of bodies) {
    const answer = await call(`POST ${notes}`, { body });
    assert.equal(answer.body.code, "invalid-input", JSON.stringify(body).slice(0, 60));
  }
  assert.deepEqual((await read()).notes, []);
});

Deno.test("visitors do not read notes, viewers do not settle them, and other sites do neither", async () => {
  const { call, notes, leave, read, viewer } = await aSiteWithNotes();
  const other = await aSiteWithNotes();
  await leave("Hello");
  const [note] = (await read()).notes;
  const body = { settled: true };

  assert.equal((await call(`GET ${notes}`)).body.code, "sign-in-required");
  const asViewer = await call(`PATCH ${notes}/${note?.id}`, { token: viewer, body });
  assert.equal(asViewer.body.code, "not-allowed");
  const elsewhere = await call(`PATCH ${other.notes}/${note?.id}`, { token: other.planner, body });
  assert.equal(elsewhere.body.code, "note-not-found");
  assert.equal((await read()).notes[0]?.settled, false);
});
