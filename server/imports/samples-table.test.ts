import assert from "node:assert/strict";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { repository } from "../../e2e/tools/repository.ts";
import { importSources } from "../../shared/import-fields.ts";
import { Problem } from "../problem.ts";
import { sheetData, xlsxOf } from "../testing/workbook-of.ts";
import { readGuestFile } from "./reading/read-guest-file.ts";
import type { ReadFile, Sheet } from "./reading/table.ts";
import type { KnownWedding } from "./recognising/field-of-header.ts";
import { recognise } from "./recognising/recognise.ts";
import { understand, type Understood } from "./understanding/understand.ts";

const folder = new URL("e2e/samples/", repository);

/** A line of the table: how a file is read for which wedding, as what, and whom it names. */
const lineSchema = z.strictObject({
  file: z.string(),
  /** Empty: the first. */
  sheet: z.string(),
  /** Empty: the ceremony, the reception and the brunch. */
  events: z.string(),
  country: z.string(),
  format: z.string(),
  encoding: z.string(),
  delimiter: z.string(),
  source: z.enum(importSources),
  /** Named, and seats that nobody has named. */
  parties: z.string(),
  guests: z.string(),
  seats: z.string(),
  /** By guest and event. */
  attending: z.string(),
  declined: z.string(),
  unsure: z.string(),
  /** What was seen while reading the file. */
  notices: z.string(),
  /** Row and code, with semicolons between. */
  warnings: z.string(),
  errors: z.string(),
});
type Line = z.infer<typeof lineSchema>;

const lines = z.array(lineSchema).parse(
  parse(await Deno.readFile(new URL("e2e/samples-expected.csv", repository)), { columns: true }),
);
const files = new Map<string, ReadFile>();
for (const name of new Set(lines.map(({ file }) => file))) {
  files.set(name, await readGuestFile(await Deno.readFile(new URL(name, folder)), { name }));
}

for (const line of lines) {
  const { file, sheet: name } = line;
  const called = name ? `${file}, ${name},` : file;

  Deno.test(`${called} is read as what it is, and as whom it names`, () => {
    const { how, notices } = fileOf(line);
    const sheet = sheetOf(line);
    const wedding = weddingOf(line);

    const recognised = recognise(sheet, wedding);
    const understood = understand(sheet, recognised, wedding);

    const { file, sheet: chosen, events, country } = line;
    assert.deepEqual({
      ...{ file, sheet: chosen, events, country, format: how.format },
      encoding: how.encoding ?? "",
      delimiter: how.delimiter ? delimiters[how.delimiter] : "",
      source: recognised.source,
      ...summaryOf(understood),
      notices: [...new Set(notices.map(({ code }) => code))].join("; "),
    }, line);
  });

  Deno.test(`${called}: every row is in a party, refused, blank, a header or a total`, () => {
    const sheet = sheetOf(line);
    const wedding = weddingOf(line);

    const { rows, parties } = understand(sheet, recognise(sheet, wedding), wedding);

    const { read, inParties, refused, blank, headers, totals } = rows;
    assert.equal(read, sheet.rows.length);
    assert.equal(inParties + refused + blank + headers + totals, read);
    assert.equal(parties.flatMap((party) => party.rows).length, inParties);
  });

  Deno.test(`${called} says the same from a workbook`, async () => {
    const sheet = sheetOf(line);
    const wedding = weddingOf(line);

    const byNumber = new Map(sheet.rows.map((row) => [row.number, row.cells]));
    const last = sheet.rows.at(-1)?.number ?? 0;
    const cells = Array.from({ length: last }, (_, at) => byNumber.get(at + 1) ?? []);
    const workbook = await readGuestFile(xlsxOf({ sheets: { Guests: sheetData(cells) } }));

    const [copy = sheet] = workbook.sheets;
    const [one, other] = [sheet, copy].map((each) =>
      summaryOf(understand(each, recognise(each, wedding), wedding))
    );
    assert.deepEqual(one, other);
  });
}

for (
  const [name, code, says] of [
    ["cut-off.xlsx", "file-not-readable", /cut off/],
    ["excel-97.xls", "file-type-unknown", /Excel before 2007\. Save it as \.xlsx or CSV/],
    ["web-page-called.xls", "file-type-unknown", /web page.* Open it in a spreadsheet/],
    ["with-password.ods", "file-encrypted", /password/],
    ["with-password.xlsx", "file-encrypted", /password/],
  ] as const
) {
  Deno.test(`${name} is refused with a sentence that says what to do`, async () => {
    const read = readGuestFile(await Deno.readFile(new URL(`refused/${name}`, folder)), { name });

    const problem = await read.then(() => undefined, (error) => error);

    assert.ok(problem instanceof Problem, `not refused but ${problem}`);
    assert.equal(problem.code, code);
    assert.match(problem.message, says);
  });
}

for (const [file, { how, sheets }] of files) {
  if (how.format === "csv" || how.format === "text") continue;
  Deno.test(`${file} is read the same without its name, and under a wrong one`, async () => {
    const bytes = await Deno.readFile(new URL(file, folder));

    for (const hint of [{}, { name: "guests" }, { name: "guests.csv", type: "text/csv" }]) {
      const read = await readGuestFile(bytes, hint);

      assert.deepEqual([read.how, read.sheets], [how, sheets]);
      const codes = read.notices.map(({ code }) => code);
      assert.equal(codes.includes("named-otherwise"), hint.name === "guests.csv");
    }
  });
}

Deno.test("every sample has its line in the table, and is small", async () => {
  const names = [...Deno.readDirSync(folder)].filter(({ isFile }) => isFile)
    .map(({ name }) => name);

  assert.deepEqual(names.toSorted(), [...files.keys()].toSorted());
  assert.ok(names.length >= 30);
  for (const name of names) {
    assert.ok((await Deno.stat(new URL(name, folder))).size < 20_000, name);
  }
});

Deno.test("every source, format, delimiter and encoding has a sample", () => {
  const found = (key: "source" | "format" | "delimiter" | "encoding") =>
    [...new Set(lines.map((line) => line[key]))].filter(Boolean).toSorted();

  assert.deepEqual(found("source"), importSources.toSorted());
  assert.deepEqual(found("format"), ["csv", "ods", "text", "vcard", "xlsx"]);
  assert.deepEqual(found("delimiter"), Object.values(delimiters).toSorted());
  assert.deepEqual(found("encoding"), [
    ...["macintosh", "utf-16be", "utf-16le", "utf-8", "windows-1252"],
  ]);
});

const delimiters = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe" } as const;

function fileOf({ file }: Line): ReadFile {
  return files.get(file) ?? assert.fail(`${file} was not read`);
}

function sheetOf(line: Line): Sheet {
  const { sheets } = fileOf(line);
  const chosen = line.sheet ? sheets.find(({ name }) => name === line.sheet) : sheets[0];
  return chosen ?? assert.fail(`${line.file} has no sheet ${line.sheet}`);
}

function summaryOf({ parties, problems }: Understood) {
  const all = parties.flatMap(({ guests }) => guests);
  const said = all.flatMap(({ invited }) => Object.values(invited));
  const count = (value: string) => String(said.filter((each) => each === value).length);
  const codes = (severity: string) =>
    problems.filter((problem) => problem.severity === severity)
      .map(({ row, code }) => `${row} ${code}`).join("; ");
  return {
    parties: String(parties.length),
    guests: String(all.filter(({ name }) => name !== null).length),
    seats: String(all.filter(({ name }) => name === null).length),
    attending: count("attending"),
    declined: count("declined"),
    unsure: count("unsure"),
    warnings: codes("warning"),
    errors: codes("error"),
  };
}

function weddingOf({ events, country }: Line): KnownWedding {
  const names = events ? events.split("; ") : ["Ceremony", "Reception", "Brunch"];
  const meals = ["Beef", "Sea bass", "Vegetarian risotto"].map((name, at) => ({
    id: `meal_${at}` as const,
    name,
    for: "everyone" as const,
  }));
  return {
    country: country || "US",
    events: names.map((name, at) => ({
      id: `event_${at}` as const,
      name,
      startsAt: "2027-06-05T15:00",
      courses: name === "Reception" ? [{ id: "course_main" as const, name: "Main", meals }] : [],
    })),
  };
}
