import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { randomBytes } from "node:crypto";
import { odsOf, sheetData, xlsxOf, xlsxParts } from "../../testing/workbook-of.ts";
import { zipOf } from "../../testing/zip-of.ts";
import type { ProblemCode } from "../../../shared/problems.ts";
import { Problem } from "../../problem.ts";
import { limits } from "./limits.ts";
import { readGuestFile } from "./read-guest-file.ts";
import { createUnpacker } from "./unpack.ts";
import { readZip } from "./zip.ts";

async function refusal(bytes: Uint8Array, name?: string): Promise<Problem> {
  const read = readGuestFile(bytes, name ? { name } : {});
  const problem = await read.then(() => undefined, (error) => error);
  assert.ok(problem instanceof Problem, `not refused but ${problem}`);
  return problem;
}

const guests = xlsxOf({ sheets: { Guests: sheetData([["Name"], ["Anna"]]) } });
const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const oldExcel = Buffer.concat([Uint8Array.from(ole), Buffer.alloc(2048)]);
const wide = (text: string) => Buffer.from(text, "utf16le");

const refused: [name: string, bytes: Uint8Array, code: ProblemCode, says: RegExp][] = [
  ["an old Excel workbook", oldExcel, "file-type-unknown", /Excel before 2007.* Save it as .xlsx/],
  [
    "an Excel workbook with a password",
    Buffer.concat([oldExcel, wide("EncryptedPackage"), Buffer.alloc(100)]),
    "file-encrypted",
    /password/,
  ],
  [
    "an OpenDocument workbook with a password",
    odsOf("", "", {
      "META-INF/manifest.xml": "<manifest><file-entry><encryption-data/></file-entry></manifest>",
    }),
    "file-encrypted",
    /password/,
  ],
  ["a PDF", Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj"), "file-type-unknown", /a PDF/],
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), "file-type-unknown", /a picture/],
  [
    "a web page named .xls",
    Buffer.from("<html><table><tr><td>Anna"),
    "file-type-unknown",
    /web page/,
  ],
  ["a Numbers document", zipOf({ "Index/Document.iwa": "x" }), "file-type-unknown", /Numbers/],
  ["a Word document", zipOf({ "word/document.xml": "x" }), "file-type-unknown", /document/],
  ["a zip with a list in it", zipOf({ "guests.csv": "Name" }), "file-type-unknown", /Unpack/],
  ["random bytes", crypto.getRandomValues(new Uint8Array(5000)), "file-type-unknown", /neither/],
  ["nothing", new Uint8Array(), "file-empty", /nothing/],
  ["blank lines", Buffer.from("\n\n , ,\n"), "file-empty", /nothing/],
  ["a workbook of empty sheets", xlsxOf({ sheets: { A: "", B: "" } }), "file-empty", /nothing/],
  [
    "a workbook that was cut off",
    guests.subarray(0, guests.length - 100),
    "file-not-readable",
    /cut off/,
  ],
  ["half a workbook", guests.subarray(0, guests.length / 2), "file-not-readable", /cut off/],
];

for (const [name, bytes, code, says] of refused) {
  Deno.test(`${name} is refused with a sentence that says what to do`, async () => {
    const problem = await refusal(bytes, "guests.xls");

    assert.equal(problem.code, code);
    assert.match(problem.message, says);
  });
}

Deno.test("a workbook with a damaged part is refused, not half read", async () => {
  const parts = xlsxParts({ sheets: { Guests: sheetData([["Anna Smith"]]) } });
  const bytes = zipOf(parts, { stored: ["xl/worksheets/sheet0.xml"] });
  bytes[Buffer.from(bytes).indexOf("Smith")] = 0x78;

  const { code, message } = await refusal(bytes);

  assert.equal(code, "file-not-readable");
  assert.match(message, /damaged/);
});

Deno.test("more than 20 MB is refused with the size", async () => {
  const { code, message } = await refusal(new Uint8Array(limits.bytes + 1_500_000));

  assert.equal(code, "file-too-large");
  assert.match(message, /^21\.4 MB; at most 20 MB/);
});

const tooMany = Array.from({ length: 30_413 }, (_, index) => `Anna ${index},York`);

for (
  const [kind, bytes] of [
    ["CSV", Buffer.from(`Name,City\n${tooMany.slice(1).join("\n")}`)],
    ["workbook", xlsxOf({ sheets: { Guests: sheetData(tooMany.map((name) => [name])) } })],
  ] as const
) {
  Deno.test(`a ${kind} of more than 20,000 rows is refused with their number`, async () => {
    const { code, message, more } = await refusal(bytes, "guests.csv");

    assert.equal(code, "too-many-rows");
    assert.match(message, /^30,412 rows; at most 20,000 are taken/);
    assert.equal(more.found, 30_412);
  });
}

Deno.test("a million lines, blank or with broken quotes, are counted and refused in no time", async () => {
  const blank = await refusal(Buffer.alloc(limits.bytes, "\n"), "guests.csv");
  const quotes = await refusal(Buffer.from('"Anna\n'.repeat(900_000)), "guests.csv");

  assert.deepEqual([blank.code, quotes.code], ["too-many-rows", "too-many-rows"]);
  assert.match(quotes.message, /^900,000 rows/);
});

Deno.test("20,000 guests and their headers are taken", async () => {
  const list = `Name,City\n${tooMany.slice(0, 20_000).join("\n")}`;

  const { sheets } = await readGuestFile(Buffer.from(list), { name: "guests.csv" });

  assert.equal(sheets[0]?.rows.length, 20_001);
});

const wideRow =
  `<sheetData><row r="1"><c r="A1" t="str"><v>a</v></c><c r="XFD1" t="str"><v>b</v></c></row></sheetData>`;
const columns: [name: string, bytes: Uint8Array, says: RegExp][] = [
  ["CSV", Buffer.from(`Name\n${"a,".repeat(700)}a\n`), /^Row 2 has 701 columns; at most 640/],
  ["CSV of a line of commas", Buffer.alloc(limits.bytes, ","), /^Row 1 has 20,971,521 columns/],
  ["workbook", xlsxOf({ sheets: { Guests: wideRow } }), /^Row 1 has 16,384 columns/],
  [
    "OpenDocument workbook",
    odsOf(
      '<table:table><table:table-row><table:table-cell table:number-columns-repeated="1000000"><text:p>x</text:p></table:table-cell></table:table-row></table:table>',
    ),
    /^Row 1 has 1,000,000 columns/,
  ],
];

for (const [name, bytes, says] of columns) {
  Deno.test(`a ${name} with too many columns is refused with their number`, async () => {
    const { code, message } = await refusal(bytes, "guests.csv");

    assert.equal(code, "too-many-columns");
    assert.match(message, says);
  });
}

const long = "x".repeat(10 * 1024 * 1024);

for (
  const [kind, bytes] of [
    ["CSV", Buffer.from(`Name,Note\nAnna,${long}\n`)],
    ["workbook", xlsxOf({ sheets: { Guests: sheetData([["Name", "Note"], ["Anna", long]]) } })],
    [
      "workbook's shared texts",
      xlsxOf({ sheets: { Guests: "" }, strings: `<si><t>${long}</t></si>` }),
    ],
    [
      "OpenDocument workbook",
      odsOf(
        `<table:table><table:table-row><table:table-cell><text:p>${long}</text:p></table:table-cell></table:table-row></table:table>`,
      ),
    ],
    ["card", Buffer.from(`BEGIN:VCARD\nFN:Anna\nNOTE:${long}\nEND:VCARD\n`)],
  ] as const
) {
  Deno.test(`10 MB in a cell of a ${kind} is refused`, async () => {
    const { code, message } = await refusal(bytes);

    assert.equal(code, "cell-too-long");
    assert.match(message, /[\d,]{6,} characters; at most 10,000 are taken/);
  });
}

Deno.test("a zip bomb is stopped while it unpacks: neither time nor memory goes off", async () => {
  const parts = xlsxParts({ sheets: { Guests: "" } });
  const bomb = zipOf({
    ...parts,
    "xl/worksheets/sheet0.xml": Buffer.alloc(64 * 1024 * 1024, " "),
  });
  const before = Deno.memoryUsage().rss;
  assert.ok(bomb.length < 100_000);

  const { code } = await refusal(bomb);

  assert.equal(code, "file-too-large");
  assert.ok(Deno.memoryUsage().rss - before < 64_000_000);
});

Deno.test("many parts that are each below the ratio are no way around the limit", async () => {
  // Random letters pack badly, so that the ratio stays low.
  const noise = randomBytes(150_000);
  const part = Buffer.concat([noise, Buffer.alloc(16 * 1024 * 1024)]);
  const entry = readZip(zipOf({ part })).get("part") ?? assert.fail();
  const unpack = createUnpacker();
  const unpackAll = async () => {
    for (let parts = 0; parts < 17; parts += 1) {
      for await (const _ of unpack(entry));
    }
  };

  await assert.rejects(unpackAll, { code: "file-too-large" });
});

Deno.test("a text that is said once and used a million times is refused, not written out", async () => {
  const cells = '<c t="s"><v>0</v></c>'.repeat(250);
  const rows = Array.from({ length: 3000 }, (_, row) => `<row r="${row + 1}">${cells}</row>`);
  const bytes = xlsxOf({
    strings: `<si><t>${"x".repeat(9000)}</t></si>`,
    sheets: { Guests: `<sheetData>${rows.join("")}</sheetData>` },
  });

  const { code, message } = await refusal(bytes);

  assert.equal(code, "file-too-large");
  assert.match(message, /too much text/);
});

Deno.test("cells merged a million times over a million rows are done with in no time", async () => {
  const merges = `<mergeCell ref="A1:A1048576"/>`.repeat(100_000);
  const sheet = `${sheetData([["Party"], ["Anna"]])}<mergeCells>${merges}</mergeCells>`;

  const { sheets } = await readGuestFile(xlsxOf({ sheets: { Guests: sheet } }));

  assert.equal(sheets[0]?.rows.length, 2);
});

Deno.test("an OpenDocument row that stands a million times is refused with the number", async () => {
  const { code, message } = await refusal(odsOf(
    '<table:table><table:table-row table:number-rows-repeated="1048576"><table:table-cell><text:p>Anna</text:p></table:table-cell></table:table-row></table:table>',
  ));

  assert.equal(code, "too-many-rows");
  assert.match(message, /^1,048,576 rows/);
});
