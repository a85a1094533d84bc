import assert from "node:assert/strict";
import { aSheet, aWedding } from "../../testing/a-sheet.ts";
import { importFieldSchema } from "../../../shared/import-fields.ts";
import { recognise } from "./recognise.ts";

function kindsOf(...lines: string[]): string[] {
  return recognise(aSheet(...lines), aWedding()).columns.map(({ field }) => field.kind);
}

Deno.test("headers are known in German, Spanish, French, Italian, Portuguese and Dutch", () => {
  assert.deepEqual(kindsOf("Vorname|Nachname|Straße|PLZ|Ort"), [
    ...["first-name", "last-name", "street", "postal-code", "city"],
  ]);
  assert.deepEqual(kindsOf("Nombre|Apellidos|Correo electrónico|Teléfono"), [
    ...["name", "last-name", "mail", "phone"],
  ]);
  assert.deepEqual(kindsOf("Prénom|Nom|Courriel|Régime alimentaire"), [
    ...["first-name", "last-name", "mail", "diet"],
  ]);
  assert.deepEqual(kindsOf("Nome|Cognome|Cellulare"), ["first-name", "last-name", "phone"]);
  assert.deepEqual(kindsOf("Convidado|Endereço|Observações"), ["name", "address", "note"]);
  assert.deepEqual(kindsOf("Voornaam|Achternaam|E-mailadres"), ["first-name", "last-name", "mail"]);
});

Deno.test("a mistyped or wordier header is likely, and says that it is", () => {
  const { columns } = recognise(aSheet("Name|Emial|Guest's mobile number"), aWedding());

  assert.deepEqual(columns.map(({ field, sure }) => [field.kind, sure]), [
    ["name", "known"],
    ["mail", "likely"],
    ["phone", "likely"],
  ]);
});

Deno.test("a column whose header says nothing is known by what is in it", () => {
  const { columns } = recognise(
    aSheet(
      "Name|A|B|C",
      "Jane Doe|jane@example.com|(503) 555-0142|yes",
      "John Roe|john@example.com|(503) 555-0143|not coming",
      "Tim Poe|tim@example.com|(503) 555-0144|regrets",
    ),
    aWedding(["Reception"]),
  );

  assert.deepEqual(columns.map(({ field }) => field.kind), ["name", "mail", "phone", "reply"]);
  assert.deepEqual(columns[3]?.sure, "guess");
});

Deno.test("the rows' own numbers invite nobody, and a day is no answer", () => {
  const { columns } = recognise(
    aSheet(
      "#|Name|Invited on|Replied on",
      "1|Jane Doe|2026-11-02|09/11/2026",
      "2|John Roe|2026-11-02|",
      "3|Tim Poe|2026-11-03|10/11/2026",
    ),
    aWedding(["Reception"]),
  );

  assert.deepEqual(columns.map(({ field }) => field.kind), [
    ...["ignored", "name", "unknown", "unknown"],
  ]);
  assert.deepEqual(kindsOf("Name|#", "Jane Doe|2", "John Roe|4", "Tim Poe|1"), [
    ...["name", "invited-count"],
  ]);
});

Deno.test("beside a first and a last name the guest's name is somebody else's, if it is another", () => {
  const who = (...lines: string[]) =>
    recognise(aSheet("First Name|Last Name|Guest Name", ...lines), aWedding()).columns
      .map(({ field }) => "who" in field ? field.who : field.kind);

  assert.deepEqual(who("Nerissa|Oakes|Orsino Pryor", "Quintus|Rook|", "Una|Reed|Ivo Reed"), [
    ...["self", "self", "companion-1"],
  ]);
  assert.deepEqual(who("Nerissa|Oakes|Nerissa Oakes", "Quintus|Rook|Rook, Quintus"), [
    ...["self", "self", "self"],
  ]);
});

Deno.test("a meal of no event is eaten at the only one that serves meals", () => {
  const wedding = aWedding(["Ceremony", "Dinner"]);
  const [ceremony, dinner] = wedding.events;
  assert.ok(ceremony && dinner);
  const courses = [{ id: "course_1" as const, name: "Main", meals: [] }];
  const events = [{ ...ceremony, courses: [] }, { ...dinner, courses }];

  const { columns } = recognise(aSheet("Name|Meal", "Jane Doe|Fish"), { ...wedding, events });

  assert.deepEqual(columns[1]?.field, { kind: "meal", event: dinner.id, course: null });
});

Deno.test("of refused rows that come back the reasons are left out", () => {
  assert.deepEqual(kindsOf("Row|Reason|Name|Email", "2|Nobody is named in this row.|Jane Doe|"), [
    ...["ignored", "ignored", "name", "mail"],
  ]);
  assert.deepEqual(kindsOf("Row|Reason|Party|Guest|Seat", "2|Too long.|Doe|Jane Doe|named"), [
    ...["ignored", "ignored", "party", "name", "seat"],
  ]);
});

Deno.test("a table without headers has no header row, and no row is lost to it", () => {
  const found = recognise(
    aSheet("Jane Doe|jane@example.com", "John Roe|john@example.com"),
    aWedding(),
  );

  assert.equal(found.headerRow, null);
  assert.deepEqual(found.columns.map(({ field }) => field.kind), ["name", "mail"]);
});

Deno.test("the header row may stand below titles and empty rows", () => {
  const found = recognise(aSheet("Our wedding", "", "Name|Email", "Jane Doe|"), aWedding());

  assert.equal(found.headerRow, 3);
});

Deno.test("the couple may say which row are the headers, or that none are", () => {
  const sheet = aSheet("Name|Email", "Guest|Mail", "Jane Doe|jane@example.com");

  const second = recognise(sheet, aWedding(), 2);
  const none = recognise(sheet, aWedding(), null);

  assert.deepEqual([second.headerRow, second.columns.map(({ header }) => header)], [
    ...[2, ["Guest", "Mail"]],
  ]);
  assert.deepEqual([none.headerRow, none.columns.map(({ header }) => header)], [null, ["", ""]]);
});

Deno.test("two columns of one header are two columns", () => {
  const { columns } = recognise(
    aSheet("Name|Thank you sent|Thank you sent", "Jane Doe|x|y"),
    aWedding(),
  );

  assert.deepEqual(columns.map(({ index, samples }) => [index, samples]), [
    [0, ["Jane Doe"]],
    [1, ["x"]],
    [2, ["y"]],
  ]);
});

Deno.test("an event is found by its name, whatever stands beside it", () => {
  const wedding = aWedding(["Wedding Ceremony", "Farewell Brunch"]);
  const { columns } = recognise(
    aSheet("Name|Wedding Ceremony - RSVP|rsvp / Farewell Brunch|Brunch RSVP|Ceremony Meal"),
    wedding,
  );

  assert.deepEqual(
    columns.slice(1).map(({ field }) => "event" in field && [field.kind, field.event]),
    [
      ["reply", "event_weddingceremony"],
      ["reply", "event_farewellbrunch"],
      ["reply", "event_farewellbrunch"],
      ["meal", "event_weddingceremony"],
    ],
  );
});

Deno.test("a gift or a thank-you of an event is no invitation to it", () => {
  const { columns } = recognise(
    aSheet(
      "First Name|Last Name|Party|Reception - RSVP|Reception - Gift Received",
      "Jane|Doe|D|Regret|Yes",
    ),
    aWedding(),
  );

  assert.deepEqual(columns.slice(3).map(({ field }) => field.kind), ["reply", "unknown"]);
});

Deno.test("a question of the couple's own is no header of ours, but finds the question it asks", () => {
  const wedding = {
    ...aWedding(),
    questions: [{
      id: "question_bus" as const,
      label: "Do you need the bus?",
      for: "guest" as const,
      required: false,
      kind: "yes-no" as const,
    }],
  };
  const { columns } = recognise(
    aSheet("Name|Do you need the bus?|Is there an address we should know?", "Jane Doe|yes|no"),
    wedding,
  );

  assert.deepEqual(columns.slice(1).map(({ field }) => field), [
    { kind: "answer", question: "question_bus" },
    { kind: "unknown" },
  ]);
});

Deno.test("every proposed field is one that the couple could have chosen", () => {
  const { columns } = recognise(
    aSheet(
      "Name|Partner First Name|Child 2|Companion_3|Email|Reception RSVP|Relation 1 - Value|Zip",
    ),
    aWedding(),
  );

  for (const { field } of columns) assert.deepEqual(importFieldSchema.parse(field), field);
});

Deno.test("which of their addresses it is, beside the word or in brackets, makes no other column of it", () => {
  const { columns } = recognise(
    aSheet(
      "Name | mail (work) | Phone (mobile) | E-Mail (privat) | Work email | Teléfono (casa) | Email - home",
    ),
    aWedding(),
  );

  assert.deepEqual(columns.map(({ field, sure }) => [field.kind, sure]), [
    ["name", "known"],
    ...["mail", "phone", "mail", "mail", "phone", "mail"].map((kind) => [kind, "known"]),
  ]);
});
