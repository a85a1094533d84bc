import assert from "node:assert/strict";
import { readXlsx } from "hucre/xlsx";
import { questionsSchema } from "../../../shared/questions.ts";
import { testDatabase } from "../../testing/database.ts";
import { anApiKey } from "../../testing/fixtures-access.ts";
import { aParty } from "../../testing/fixtures.ts";
import {
  answersOf,
  aPartyOf,
  aWedding,
  guestAt,
  mains,
  meals,
  send,
} from "../../testing/fixtures-replies.ts";
import { testApp } from "../../testing/test-app.ts";
import { testDeps } from "../../testing/test-deps.ts";
import { eventsOf } from "../../sites/events.ts";
import { cellPlace } from "../reading/cell-place.ts";
import { readGuestFile } from "../reading/read-guest-file.ts";
import { recognise } from "../recognising/recognise.ts";
import { understand } from "../understanding/understand.ts";
import { exportedParties } from "./exported-parties.ts";
import { isExample } from "./examples.ts";
import { exportRoutes } from "./routes.ts";

const sql = await testDatabase();
const deps = await testDeps(sql);
const app = testApp(deps, exportRoutes);

const questions = questionsSchema.parse([
  { id: "question_song", kind: "text", label: "Which song?", for: "party" },
  { id: "question_bus", kind: "yes-no", label: "Bus back?", for: "guest" },
]);

/** A wedding of which one party has said everything there is to say. */
async function aRepliedWedding() {
  const wedding = await aWedding(deps, { questions, notSure: true });
  const party = await aPartyOf(deps, wedding, [{ name: "Ana Silva" }, { age: "child" }], {
    name: "Ana",
    mail: "ana@post.example",
    phone: "+442079460958",
    address: "12 Mill Street, Oxford",
  });
  const [ana, seat] = [guestAt(party, 0), guestAt(party, 1)];
  await send(deps, wedding.site, party, {
    guests: [
      {
        guestId: ana,
        replies: [
          { eventId: wedding.ceremony.id, attending: null },
          { eventId: wedding.dinner.id, attending: true, meals: { [mains]: meals.fish } },
        ],
        diets: ["pescatarian"],
        allergies: [{ allergen: "nuts", severity: "allergy" }],
        kitchenNote: "=no nuts, please",
        answers: { question_bus: true },
      },
      { guestId: seat, replies: [{ eventId: wedding.dinner.id, attending: false }] },
    ],
    answers: { question_song: "Dancing Queen\nby ABBA" },
    note: "We can't wait",
  });
  return { ...wedding, party, ana, seat };
}

async function download(path: string, token: string) {
  const response = await app.fetch(
    new Request(`https://rsvp.test${path}`, { headers: { authorization: `Bearer ${token}` } }),
  );
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
}

Deno.test("a list is exported with one row per guest, and both formats say the same", async () => {
  const { site, party, ana, seat } = await aRepliedWedding();
  const token = await anApiKey(deps, site, "viewer");

  const csv = await download(`/v1/sites/${site.id}/guests.csv`, token);
  const xlsx = await download(`/v1/sites/${site.id}/guests.xlsx`, token);

  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(csv.bytes);
  assert.ok(text.startsWith("\ufeffParty,Guest,Seat,Age,Contact name,Mail,Phone,Address,"));
  assert.ok(text.includes(",'=no nuts") || text.includes(`,"'=no nuts, please"`));
  assert.ok(text.endsWith("\r\n"));
  const [sheet] = (await readGuestFile(csv.bytes, { name: "guests.csv" })).sheets;
  const [headers = [], first = [], second = []] = sheet?.rows.map(({ cells }) => cells) ?? [];
  const said = (cells: string[]) =>
    Object.fromEntries(headers.map((header, at) => [header, cells[at] ?? ""]));
  assert.deepEqual(said(first), {
    ...{ Party: "The Silvas", Guest: "Ana Silva", Seat: "named", Age: "adult" },
    "Contact name": "Ana",
    ...{ Mail: "ana@post.example", Phone: "+44 20 7946 0958", Address: "12 Mill Street, Oxford" },
    ...{
      "Ceremony: reply": "not sure yet",
      "Dinner: reply": "attending",
      "Dinner: Mains": "Sea bass",
    },
    ...{ Diets: "pescatarian", Allergies: "nuts: allergy", "Kitchen note": "=no nuts, please" },
    ...{ "Bus back?": "yes", "Which song?": "Dancing Queen\nby ABBA", Note: "We can't wait" },
    ...{ "Guest id": ana, "Party id": party.party.id },
  });
  assert.deepEqual([said(second).Guest, said(second).Seat, said(second).Age], [
    "",
    "open",
    "child",
  ]);
  assert.deepEqual([said(second)["Ceremony: reply"], said(second)["Dinner: reply"]], [
    "no reply yet",
    "declined",
  ]);
  assert.deepEqual([said(second)["Guest id"], said(second).Mail], [seat, ""]);
  const [workbook] = (await readGuestFile(xlsx.bytes, { name: "guests.xlsx" })).sheets;
  assert.deepEqual(workbook?.rows.map(({ cells }) => cells), [headers, first, second]);
});

Deno.test("in a workbook the headers are bold and stay in view, and a telephone number stays text", async () => {
  const { site } = await aRepliedWedding();
  const token = await anApiKey(deps, site, "viewer");

  for (const name of ["guests.xlsx", "guests-template.xlsx"]) {
    const { bytes } = await download(`/v1/sites/${site.id}/${name}`, token);

    const [sheet] = (await readXlsx(bytes, { readStyles: true })).sheets;
    const style = (row: number, column: number) => sheet?.cells?.get(`${row},${column}`)?.style;
    assert.equal(sheet?.freezePane?.rows, 1, name);
    assert.deepEqual([0, 1, 6].map((column) => style(0, column)?.font?.bold), [true, true, true]);
    assert.notEqual(style(1, 0)?.font?.bold, true);
    const phone = sheet?.rows[0]?.indexOf("Phone") ?? -1;
    assert.deepEqual([sheet?.rows[0]?.[phone], style(1, phone)?.numFmt], ["Phone", "@"]);
  }
});

Deno.test("in the workbook to fill in, answers, meals and ages can be chosen", async () => {
  const { site } = await aWedding(deps, { questions });
  const token = await anApiKey(deps, site, "viewer");

  const { bytes } = await download(`/v1/sites/${site.id}/guests-template.xlsx`, token);

  const [sheet] = (await readXlsx(bytes)).sheets;
  const choices = new Map(
    sheet?.dataValidations?.map(({ range, values, formula1 }) => [
      `${sheet.rows[0]?.[(cellPlace(range.split(":")[0] ?? "")?.column ?? 0) - 1]}`,
      values?.join() ?? formula1,
    ]),
  );
  assert.deepEqual(Object.fromEntries(choices), {
    Seat: "named,open",
    Age: "adult,child,infant",
    "Ceremony: reply": "attending,declined,not sure yet,no reply yet,not invited",
    "Dinner: reply": "attending,declined,not sure yet,no reply yet,not invited",
    "Dinner: Mains": "Sea bass,Roast,Pasta",
    "Bus back?": "yes,no",
  });
});

Deno.test("downloads are attachments that nobody keeps or guesses at", async () => {
  const { site } = await aWedding(deps);
  const token = await anApiKey(deps, site, "viewer");

  for (const name of ["guests.csv", "guests.xlsx", "guests-template.csv", "guests-template.xlsx"]) {
    const { response } = await download(`/v1/sites/${site.slug}/${name}`, token);

    assert.equal(response.status, 200);
    assert.equal(
      response.headers.get("content-disposition"),
      `attachment; filename="${site.slug}-${name}"`,
    );
    assert.equal(response.headers.get("cache-control"), "no-store");
    assert.equal(response.headers.get("x-content-type-options"), "nosniff");
    assert.match(
      response.headers.get("content-type") ?? "",
      /^(text\/csv; charset=utf-8|application\/vnd\.)/,
    );
  }
});

Deno.test("a template has the wedding's columns and only examples that say so", async () => {
  const { site } = await aWedding(deps, { questions });
  const token = await anApiKey(deps, site, "viewer");

  for (const format of ["csv", "xlsx"]) {
    const { bytes } = await download(`/v1/sites/${site.id}/guests-template.${format}`, token);

    const [headers, ...rows] =
      (await readGuestFile(bytes, { name: `guests.${format}` })).sheets[0]?.rows ?? [];
    assert.ok(headers?.cells.includes("Dinner: Mains") && headers.cells.includes("Bus back?"));
    assert.ok(!headers?.cells.some((header) => header.endsWith(" id")));
    assert.equal(rows.length, 4);
    assert.ok(rows.every(({ cells }) => isExample(cells[0] ?? "")));
    const [sheet] = (await readGuestFile(bytes, { name: `guests.${format}` })).sheets;
    assert.ok(sheet);
    const known = { events: await eventsOf(sql, site.id), questions, country: "GB" };
    const { parties, problems } = understand(sheet, recognise(sheet, known), known);
    assert.deepEqual(parties, []);
    assert.deepEqual(problems.map(({ code }) => code), Array(4).fill("example-left-out"));
  }
  assert.ok(!isExample("Example family"));
});

Deno.test("parties come by name over any number of pages, each once, a statement a page", async () => {
  const wedding = await aWedding(deps);
  for (const name of ["Émile", "anna", "Anna", "Zoe", "Anna", "bob", "=1"]) {
    await aParty(deps, wedding.site, { name });
  }
  const silvas = await aPartyOf(deps, wedding);
  await send(deps, wedding.site, silvas, answersOf(silvas, [wedding.ceremony]));

  const pages = await Array.fromAsync(exportedParties(deps, wedding.site, 3));
  const whole = await Array.fromAsync(exportedParties(deps, wedding.site));

  assert.deepEqual(pages.map(({ length }) => length), [3, 3, 2]);
  assert.deepEqual(pages.flat(), whole.flat());
  assert.equal(new Set(whole.flat().map(({ id }) => id)).size, 8);
  const sorted = whole.flat().map(({ name }) => name);
  assert.ok(
    sorted.indexOf("bob") > sorted.indexOf("Anna") && sorted.indexOf("bob") < sorted.indexOf("Zoe"),
  );
});

Deno.test("a site without guests is exported as its headers", async () => {
  const { site } = await aWedding(deps);
  const token = await anApiKey(deps, site, "viewer");

  const { bytes } = await download(`/v1/sites/${site.id}/guests.csv`, token);

  assert.equal((await readGuestFile(bytes, { name: "guests.csv" })).sheets[0]?.rows.length, 1);
});
