import assert from "node:assert/strict";
import type { ImportHead } from "../../shared/imports.ts";
import { changesAfter } from "../changes/changes.ts";
import { listParties } from "../guests/list-parties.ts";
import { savedRepliesOf } from "../rsvp/saved-replies.ts";
import { aSiteWithFile, guestFile } from "../testing/a-site-with-file.ts";
import { testDatabase } from "../testing/database.ts";
import { anEvent, aSite } from "../testing/fixtures.ts";
import { anImporter } from "../testing/importing.ts";
import { listAsStored } from "../testing/list-as-stored.ts";
import { readEvents } from "../testing/read-events.ts";

const sql = await testDatabase();

const rowsOf = ({ counts: { rows } }: ImportHead) =>
  Object.fromEntries(Object.entries(rows).filter(([, count]) => count > 0));

Deno.test("a file is shown with what is recognised and what would happen, and nothing of it is on the list", async () => {
  const { deps, site, head, ceremony, call } = await aSiteWithFile(sql);

  assert.equal(head.source, "the-knot-replies");
  assert.equal(head.fileName, "guests.csv");
  assert.equal(head.country, "PT");
  assert.deepEqual(head.how, {
    format: "csv",
    encoding: "utf-8",
    encodingSure: true,
    delimiter: ",",
  });
  assert.deepEqual(rowsOf(head), { read: 6, added: 4, refused: 1, headers: 1 });
  assert.deepEqual(head.counts.guests, { added: 4, openSeats: 1, uninvited: 0, changed: 0 });
  assert.equal(head.counts.replies, 4);
  const column = head.columns[5];
  assert.deepEqual(column?.field, { kind: "reply", event: ceremony.id, blank: "nothing" });
  const added = await call(`GET /${head.id}?show=added`);
  assert.deepEqual(added.body.parties.map(({ name, rows }) => [name, rows]), [
    ["Silva", [2, 3, 4]],
    ["Ford", [5]],
  ]);
  assert.deepEqual((await listParties(deps, site, { limit: 10 })).parties, []);
});

Deno.test("what was accepted is on the list with replies noted by a member, and the log says who brought it", async () => {
  const { deps, site, head, ceremony, dinner, call } = await aSiteWithFile(sql);

  const { body } = await call(`POST /${head.id}/accept`);

  assert.equal(body.import.state, "accepted");
  const { parties } = await listParties(deps, site, { limit: 10 });
  const silva = parties.find(({ name }) => name === "Silva");
  assert.ok(silva);
  assert.deepEqual(silva.contact, {
    mail: "ana@example.com",
    phone: "+351912345678",
    note: "Song (Ana Silva): Fado",
  });
  assert.deepEqual(silva.guests.map(({ kind, name }) => [kind, name]), [
    ["named", "Ana Silva"],
    ["named", "Rui Silva"],
    ["open", null],
  ]);
  const [saved] = await savedRepliesOf(sql, site.id, parties.map(({ id }) => id));
  assert.equal(saved?.sentBy, "member");
  const log = await changesAfter(sql, site.id, 0, 100);
  const { first = 0, last = 0 } = body.import.changes ?? {};
  const written = log.filter(({ number }) => number >= first && number <= last);
  assert.deepEqual(written.map(({ type }) => type).toSorted(), [
    ...Array.from({ length: 4 }, () => "guest.added"),
    ...["headcount.changed", "headcount.changed", "import.accepted", "reply.submitted"],
  ]);
  assert.ok(written.every(({ by }) => by.kind === "key"));
  const attending = written.flatMap((change) =>
    change.type === "headcount.changed" ? [[change.data.eventId, change.data.after.attending]] : []
  );
  assert.deepEqual(Object.fromEntries(attending), { [ceremony.id]: 2, [dinner.id]: 1 });
});

Deno.test("accepting twice at once, and once more, is accepting once", async () => {
  const { site, head, call } = await aSiteWithFile(sql);

  const both = await Promise.all([
    call(`POST /${head.id}/accept`),
    call(`POST /${head.id}/accept`),
  ]);
  const before = await listAsStored(sql, site.id);
  const third = await call(`POST /${head.id}/accept`);

  assert.deepEqual([...both, third].map(({ status }) => status), [200, 200, 200]);
  assert.equal(before.guests?.length, 4);
  assert.deepEqual(await listAsStored(sql, site.id), before);
});

Deno.test("two imports of one file at once: the second is shown anew, and nobody is on the list twice", async () => {
  const { site, head, upload, call } = await aSiteWithFile(sql);
  const other = await upload(guestFile);

  const answers = await Promise.all(
    [head.id, other.body.import.id].map((id) => call(`POST /${id}/accept`)),
  );

  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409]);
  const refused = answers.find(({ status }) => status === 409);
  assert.equal(refused?.body.code, "import-outdated");
  assert.equal((await listAsStored(sql, site.id)).guests?.length, 4);
  const again = answers[0]?.status === 409 ? head.id : other.body.import.id;
  const fresh = await call(`GET /${again}`);
  assert.deepEqual(rowsOf(fresh.body.import), { read: 6, left: 4, refused: 1, headers: 1 });
});

Deno.test("what happens on the site without touching the preview does not stop it", async () => {
  const { deps, site, head, call } = await aSiteWithFile(sql);
  await anEvent(deps, site, { name: "Brunch" });

  const { status } = await call(`POST /${head.id}/accept`);

  assert.equal(status, 200);
});

Deno.test("rows that were refused come back as a file with the reason, which no spreadsheet runs", async () => {
  const { head, call } = await aSiteWithFile(sql, `${guestFile}\r\n"=cmd()",,,x@example.com,,,,`);

  const { body, headers } = await call<string>(`GET /${head.id}/refused.csv`);

  assert.match(headers.get("content-disposition") ?? "", /attachment/);
  const lines = body.replace("\ufeff", "").trim().split("\r\n");
  assert.equal(
    lines[0],
    "Row,Reason,First Name,Last Name,Party,Email,Phone,Ceremony - RSVP,Dinner - RSVP,Song",
  );
  assert.equal(lines[1], "6,Nobody is named in this row.,,,,nobody@example.com");
  assert.match(lines[2] ?? "", /^7,.*,'=cmd\(\),,,x@example\.com$/);
});

Deno.test("a cell is put right by the repair that is proposed, or by another", async () => {
  const { head, call } = await aSiteWithFile(sql, "Name,Email\r\nAna Silva,ana@gmial.com");
  const { body } = await call(`GET /${head.id}?show=problems`);
  const [problem] = body.problems;

  assert.equal(problem?.code, "mail-mistyped");
  assert.equal(problem.repair, "ana@gmail.com");
  await call(`PATCH /${head.id}`, { allRepairs: true });
  const taken = await call(`GET /${head.id}?show=added`);
  assert.equal(taken.body.parties[0]?.contact.mail, "ana@gmail.com");
  await call(`PATCH /${head.id}`, { repairs: [{ row: 2, column: 1, value: "a@silva.example" }] });
  const typed = await call(`GET /${head.id}?show=added`);
  assert.equal(typed.body.parties[0]?.contact.mail, "a@silva.example");
});

Deno.test("what columns mean can be changed, kept under a name, and counts for the next file with the same headers", async () => {
  const content = "Who,Where they sit\r\nAna Silva,Silva table\r\nRui Costa,Silva table";
  const { head, call, upload, ...app } = await aSiteWithFile(sql, content);
  const columns = [
    { index: 0, field: { kind: "name", who: "self" } },
    { index: 1, field: { kind: "party" } },
  ];

  const changed = await call(`PATCH /${head.id}`, { columns, saveMapping: "Our seating" });
  const next = await upload(content.replace("Rui Costa", "Eva Costa"));

  assert.equal(changed.status, 200, JSON.stringify(changed.body));
  assert.equal(changed.body.import.counts.parties.added, 1);
  assert.equal(next.body.import.mapping, "Our seating");
  assert.equal(next.body.import.counts.parties.added, 1);
  const other = await aSite(app.deps);
  const elsewhere = await anImporter(app.deps, other);
  assert.equal((await elsewhere.upload(content)).body.import.mapping, null);
});

Deno.test("columns of an event that the site calls otherwise take the event that the couple says", async () => {
  const { head, call, dinner } = await aSiteWithFile(
    sql,
    "Name,Feast - RSVP\r\nAna Silva,Attending",
  );
  assert.equal(head.counts.replies, 0);

  const { body } = await call(`PATCH /${head.id}`, { events: [{ index: 1, event: dinner.id }] });

  assert.equal(body.import?.counts.replies, 1, JSON.stringify(body));
});

Deno.test("new guests are invited to what the couple says, where the file says nothing", async () => {
  const { deps, site, head, call, dinner } = await aSiteWithFile(sql, "Name\r\nAna Silva");
  assert.equal(head.counts.guests.uninvited, 1);

  const { body } = await call(`PATCH /${head.id}`, { inviteTo: [dinner.id] });
  assert.equal(body.import.counts.guests.uninvited, 0);
  await call(`POST /${head.id}/accept`);

  const { parties: [party] } = await listParties(deps, site, { limit: 10 });
  assert.deepEqual(party?.guests[0]?.events, [dinner.id]);
});

Deno.test("another sheet and another row of headers can be chosen", async () => {
  const { head, call } = await aSiteWithFile(
    sql,
    "Name,Email\r\nFull name,Mail\r\nAna Silva,ana@example.com",
  );
  assert.equal(head.headerRow, 1);

  const { body } = await call(`PATCH /${head.id}`, { headerRow: 2 });
  const wrong = await call(`PATCH /${head.id}`, { sheet: "Nowhere" });

  assert.equal(body.import.headerRow, 2);
  assert.equal(body.import.columns[0]?.header, "Full name");
  assert.equal(wrong.body.code, "invalid-input");
});

Deno.test("a file comes as a form, as the body itself, or as pasted text", async () => {
  const { fetch, token, path } = await aSiteWithFile(sql);
  const authorization = `Bearer ${token}`;
  const send = async (body: BodyInit, type?: string, query = "") => {
    const headers = { authorization, ...type ? { "content-type": type } : {} };
    const response = await fetch(
      new Request(`https://rsvp.test${path}${query}`, { method: "POST", body, headers }),
    );
    return { status: response.status, body: await response.json() };
  };
  const pasted = new FormData();
  pasted.set("text", "Ana Silva\nRui Costa");

  const raw = await send(
    "Name;Mail\r\nAna Silva;ana@example.com",
    "text/csv",
    "?name=C:\\list.csv",
  );
  const form = await send(pasted);
  const json = await send("{}", "application/json");
  const nothing = await send("", "text/csv");
  const broken = await send("--x\r\nnothing", "multipart/form-data");
  const bytes = new Uint8Array(21 * 1024 * 1024);
  const large = await send(bytes, "text/csv");

  assert.equal(raw.body.import.fileName, "list.csv");
  assert.equal(raw.body.import.how.delimiter, ";");
  assert.equal(form.body.import.source, "names");
  assert.equal(form.body.import.counts.guests.added, 2);
  assert.deepEqual(
    [json, nothing, broken, large].map(({ status, body }) => [status, body.code]),
    [
      [415, "file-type-unknown"],
      [422, "file-empty"],
      [422, "file-not-readable"],
      [413, "file-too-large"],
    ],
  );
});

Deno.test("whoever asks for a stream of events hears how far it is, and in the end what came of it", async () => {
  const { fetch, token, path, head } = await aSiteWithFile(sql);
  const ask = (path: string, body?: BodyInit) =>
    fetch(
      new Request(`https://rsvp.test${path}`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${token}`,
          accept: "text/event-stream",
          "content-type": "text/csv",
        },
        ...body === undefined ? {} : { body },
      }),
    );
  const stagesOf = async (response: Response) => {
    await using events = readEvents(response);
    const stages: unknown[] = [];
    for (;;) {
      const { event, data } = await events.next();
      if (event !== "progress") return { stages, event, data };
      stages.push(data.stage);
      assert.ok(Number(data.done) <= Number(data.total));
    }
  };

  const read = await stagesOf(await ask(path, "Name\r\nEva Costa"));
  const accepted = await stagesOf(await ask(`${path}/${head.id}/accept`));
  const refused = await stagesOf(await ask(path, "PK\u0003\u0004 this is no workbook"));

  assert.deepEqual([...new Set(read.stages)], ["reading", "recognising", "comparing", "saving"]);
  assert.equal(read.event, "done");
  assert.deepEqual(accepted.stages, ["saving", "saving"]);
  assert.equal(accepted.event, "done");
  assert.equal(refused.event, "problem");
  assert.match(String(refused.data.code), /^file-/);
});
