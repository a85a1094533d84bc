import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import fc from "fast-check";
import { Problem } from "../../problem.ts";
import { odsOf, sheetData, xlsxParts } from "../../testing/workbook-of.ts";
import { zipOf } from "../../testing/zip-of.ts";
import { readGuestFile } from "./read-guest-file.ts";
import type { ReadFile } from "./table.ts";
import { runs } from "../../testing/runs.ts";

const names = fc.constantFrom("guests.csv", "guests.xlsx", "guests.vcf", "guests.txt", "");

/** Reads it, or is told why not: anything else is a crash. */
async function readOrRefuse(bytes: Uint8Array, name: string): Promise<ReadFile | undefined> {
  try {
    const read = await readGuestFile(bytes, { name });
    for (const { rows } of read.sheets) rows.forEach(checkRow);
    return read;
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

function checkRow({ number, cells }: { number: number; cells: string[] }): void {
  assert.ok(Number.isInteger(number) && number > 0);
  assert.ok(cells.length > 0 && cells.at(-1) !== "");
  for (const cell of cells) {
    assert.equal(cell, cell.trim().normalize("NFC"));
    assert.doesNotMatch(cell, /(?!\n)\p{Cc}|[\u{202a}-\u{202e}\u{2066}-\u{2069}]/u);
  }
}

const csv =
  'sep=;\r\nName;"City; Land";Note\r\n"Anna ""Annie"" Smith";"Leeds\r\nUK";4.47911E+11\r\n';
const vcard =
  'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Smith;Anna;;;\r\nitem1.TEL;type="x,y":+1 555\r\nitem1.X-ABLabel:_$!<Home>!$_\r\nNOTE;ENCODING=QUOTED-PRINTABLE:a=C3=BC=\r\nb\r\nADR:;;1 High St;Leeds\\, UK;;;\r\nEND:VCARD\r\n';
const parts = xlsxParts({
  sheets: {
    Guests: `<cols><col min="1" max="2" hidden="1"/></cols>${
      sheetData([["Name", "City"], ["Anna", "York"]]).replace(
        "</sheetData>",
        '<row r="7" hidden="1"><c r="B7" s="1"><v>46054</v></c><c t="s"><v>0</v></c><c><f>1+1</f></c><c t="e"><v>#REF!</v></c></row></sheetData>',
      )
    }<mergeCells><mergeCell ref="A2:A7"/></mergeCells>`,
  },
  strings: "<si><r><t>An</t></r><r><t>na_x000D_</t></r></si>",
  formats: { 164: "yyyy-mm-dd;@" },
  styles: [0, 164],
  workbook: '<workbookPr date1904="1"/>',
});
const table =
  '<table:table table:name="Guests"><table:table-column table:visibility="collapse"/><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2" table:number-rows-spanned="2" office:value-type="float" office:value="44"><text:p>44<text:s text:c="3"/></text:p></table:table-cell></table:table-row></table:table>';

/** The text with some of its letters gone, doubled, or replaced: by ones that mean something, mostly. */
function spoiled(text: string): fc.Arbitrary<string> {
  const pieces = fc.constantFrom(
    '"',
    ";",
    ",",
    "\n",
    "\r",
    "\t",
    "\0",
    "<",
    ">",
    "/",
    "&",
    "=",
    ":",
    "-1",
    "1e309",
    "999999999999",
    "é",
    "\u{202e}",
  );
  const change = fc.record({
    at: fc.nat(text.length),
    length: fc.nat(12),
    put: fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 5 })),
  });
  return fc.array(change, { minLength: 1, maxLength: 6 }).map((changes) =>
    changes.reduce(
      (spoiled, { at, length, put }) => spoiled.slice(0, at) + put + spoiled.slice(at + length),
      text,
    )
  );
}

const texts: [name: string, bytes: fc.Arbitrary<Uint8Array>][] = [
  ["bytes at all", fc.uint8Array({ maxLength: 2000 })],
  ["text at all", fc.string({ unit: "binary", maxLength: 2000 }).map((text) => Buffer.from(text))],
  ["CSV with mistakes", spoiled(csv).map((text) => Buffer.from(text))],
  ["cards with mistakes", spoiled(vcard.repeat(2)).map((text) => Buffer.from(text))],
];

for (const [name, bytes] of texts) {
  Deno.test(`no ${name} crash the reader: they are read or refused`, async () => {
    await fc.assert(
      fc.asyncProperty(bytes, names, async (bytes, name) => {
        await readOrRefuse(bytes, name);
      }),
      runs,
    );
  });
}

Deno.test("no workbook with mistakes in one of its parts crashes the reader", async () => {
  const spoiledParts = fc.constantFrom(
    ...Object.keys(parts).filter((name) => name !== "[Content_Types].xml"),
  )
    .chain((name) => spoiled(String(parts[name])).map((text) => zipOf({ ...parts, [name]: text })));
  const ods = spoiled(table).map((text) => odsOf(text));

  await fc.assert(
    fc.asyncProperty(fc.oneof(spoiledParts, ods), async (bytes) => {
      await readOrRefuse(bytes, "guests.xlsx");
    }),
    runs,
  );
});

Deno.test("no zip with mistakes crashes the reader", async () => {
  const whole = fc.constantFrom(zipOf(parts), odsOf(table));
  // The directory stands at the end: a place or a length that is not in the file.
  const part = fc.noBias(fc.double({ min: 0, max: 1, noNaN: true }));
  const place = fc.oneof(part, part.map((at) => 1 - at / 5));
  const change = fc.record({ place, bytes: fc.uint8Array({ minLength: 1, maxLength: 4 }) });
  const changes = fc.array(change, { maxLength: 5 });
  const share = fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: part });

  await fc.assert(
    fc.asyncProperty(whole, changes, share, async (bytes, changes, share) => {
      const spoiled = bytes.slice(0, Math.ceil(share * bytes.length));
      for (const { place, bytes } of changes) {
        spoiled.set(
          bytes.slice(0, spoiled.length),
          Math.floor(place * Math.max(spoiled.length - 4, 0)),
        );
      }
      await readOrRefuse(spoiled, "guests.xlsx");
    }),
    runs,
  );
});

Deno.test("no number in a zip's directory, whatever it becomes, crashes the reader", async () => {
  const whole = zipOf(parts);
  const start = Buffer.from(whole).indexOf("PK\x01\x02");

  for (let at = start; at < whole.length - 4; at += 1) {
    const spoiled = whole.slice();
    spoiled.set([0xf0, 0xff, 0xff, 0x7f], at);
    await readOrRefuse(spoiled, "guests.xlsx");
  }
});

Deno.test("any table that is written as CSV is read as it was, whatever its delimiter", async () => {
  const cell = fc.string({ unit: fc.constantFrom(..."abcÄé &'\",;|\n".split("")), maxLength: 12 });
  const delimiter = fc.constantFrom(",", ";", "\t", "|");
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 10,
  });
  const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

  await fc.assert(
    fc.asyncProperty(table, delimiter, fc.boolean(), async (rows, delimiter, mark) => {
      const lines = [["Name", "City", "Note"], ...rows].map((row) =>
        row.map(quote).join(delimiter)
      );
      const text = `${mark ? "\u{feff}" : ""}${lines.join("\r\n")}\r\n`;

      const read = await readOrRefuse(Buffer.from(text), "guests.csv");

      const expected = rows.map((row) => row.map((cell) => cell.trim()))
        .map((row) => row.slice(0, row.findLastIndex((cell) => cell !== "") + 1))
        .filter((row) => row.length > 0);
      assert.deepEqual(read?.sheets[0]?.rows.slice(1).map(({ cells }) => cells), expected);
    }),
    runs,
  );
});
