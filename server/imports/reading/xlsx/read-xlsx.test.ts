import assert from "node:assert/strict";
import { sheetData, xlsxOf, xlsxParts, type XlsxSource } from "../../../testing/workbook-of.ts";
import { zipOf } from "../../../testing/zip-of.ts";
import { readGuestFile } from "../read-guest-file.ts";

async function read(source: XlsxSource) {
  const { sheets, how, notices } = await readGuestFile(xlsxOf(source), { name: "guests.xlsx" });
  return { how, notices, sheets, rows: sheets[0]?.rows ?? [] };
}

/** One row with these cells. */
function row(...cells: string[]): string {
  return `<sheetData><row r="1">${cells.join("")}</row></sheetData>`;
}

Deno.test("a workbook's cells are read where they are, and blank rows keep the count", async () => {
  const { rows, how } = await read({
    strings: "<si><t>Name</t></si><si><r><t>Anna </t></r><r><rPr><b/></rPr><t>Smith</t></r></si>",
    sheets: {
      Guests:
        `<sheetData><row r="2"><c r="B2" t="s"><v>0</v></c></row><row r="5" spans="1:3"><c r="A5" s="1"/><c r="B5" t="s"><v>1</v></c><c r="D5"><v>2</v></c></row></sheetData>`,
    },
  });

  assert.deepEqual(how, { format: "xlsx" });
  assert.deepEqual(rows, [
    { number: 2, cells: ["", "Name"] },
    { number: 5, cells: ["", "Anna Smith", "", "2"] },
  ]);
});

Deno.test("cells and rows that do not say where they are, are beside and below each other", async () => {
  const { rows } = await read({
    sheets: { Guests: sheetData([["Name", "City"], ["Anna", "York"]]) },
  });

  assert.deepEqual(rows, [
    { number: 1, cells: ["Name", "City"] },
    { number: 2, cells: ["Anna", "York"] },
  ]);
});

Deno.test("numbers are as the sheet shows them, dates are ISO, telephone numbers keep their digits", async () => {
  const { rows, notices } = await read({
    formats: { 164: "00000", 165: "dd/mm/yyyy" },
    styles: [0, 164, 165, 14],
    sheets: {
      Guests: row(
        '<c s="1"><v>501</v></c><c s="2"><v>46054</v></c><c s="3"><v>46054</v></c>',
        '<c><v>4.47911123456E+11</v></c><c t="b"><v>1</v></c><c t="d"><v>2026-02-01T00:00:00</v></c>',
        "<c><v>12345678901234567</v></c>",
      ),
    },
  });

  assert.deepEqual(rows[0]?.cells.slice(0, 6), [
    "00501",
    "2026-02-01",
    "2026-02-01",
    "447911123456",
    "TRUE",
    "2026-02-01",
  ]);
  assert.deepEqual(notices.map(({ code, column }) => [code, column]), [["number-rounded", 7]]);
});

Deno.test("a number stored as text and a rounded telephone number are as they were typed", async () => {
  const { rows, notices } = await read({
    sheets: { Guests: sheetData([["07700", "4.47911E+11"]]) },
  });

  assert.deepEqual(rows[0]?.cells, ["07700", "4.47911E+11"]);
  assert.deepEqual(notices.map(({ code, column }) => [code, column]), [["number-rounded", 2]]);
});

Deno.test("of a formula only what it gave last is read; what was not saved and errors are empty and said", async () => {
  const { rows, notices } = await read({
    sheets: {
      Guests: row(
        '<c t="str"><f>A9&amp;" Smith"</f><v>Anna Smith</v></c>',
        "<c><f>SUM(B2:B9)</f><v>12</v></c>",
        "<c><f>WEBSERVICE(&quot;http://example.com/&quot;)</f></c>",
        '<c t="e"><f>VLOOKUP(1,A:A,1)</f><v>#N/A</v></c>',
        '<c t="str"><f>""</f><v></v></c>',
      ),
    },
  });

  assert.deepEqual(rows[0]?.cells, ["Anna Smith", "12"]);
  assert.deepEqual(notices, [
    { code: "formula-without-value", sheet: "Guests", row: 1, column: 3, value: "" },
    { code: "formula-error", sheet: "Guests", row: 1, column: 4, value: "#N/A" },
  ]);
});

Deno.test("a party's name merged over its guests is each guest's; a title merged across stays one", async () => {
  const { rows, notices } = await read({
    sheets: {
      Guests: sheetData([
        ["Our guests"],
        ["Party", "Name"],
        ["The Smiths", "Anna"],
        ["", "Bob"],
        ["", ""],
        ["The Lees", "Cid"],
      ]) +
        '<mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="A3:A5"/></mergeCells>',
    },
  });

  assert.deepEqual(rows.map(({ cells }) => cells), [
    ["Our guests"],
    ["Party", "Name"],
    ["The Smiths", "Anna"],
    ["The Smiths", "Bob"],
    ["The Lees", "Cid"],
  ]);
  const at = { sheet: "Guests", row: 3, column: 1 };
  assert.deepEqual(notices, [{ code: "merged-repeated", ...at, value: "A3:A5" }]);
});

Deno.test("all sheets are read, hidden ones and hidden rows and columns too, and each is said once", async () => {
  const { sheets, notices } = await read({
    sheetAttributes: { Old: 'state="veryHidden"' },
    sheets: {
      Bride:
        '<cols><col min="2" max="2" hidden="1"/><col min="9" max="16384" hidden="1"/></cols><sheetData><row r="1"><c t="str"><v>Name</v></c><c t="str"><v>Note</v></c></row><row r="2" hidden="1"><c t="str"><v>Anna</v></c></row><row r="3" hidden="1"><c t="str"><v>Bob</v></c></row></sheetData>',
      Old: sheetData([["Cid"]]),
    },
  });

  assert.deepEqual(sheets.map(({ name, rows }) => [name, rows.length]), [["Bride", 3], ["Old", 1]]);
  assert.deepEqual(notices, [
    { code: "rows-hidden", sheet: "Bride", row: 2, value: "2" },
    { code: "columns-hidden", sheet: "Bride", column: 2, value: "1" },
    { code: "sheet-hidden", sheet: "Old" },
  ]);
});

Deno.test("what Excel writes with _x…_ is the letter, pronunciations are no part of a name", async () => {
  const { rows } = await read({
    strings:
      "<si><t>12 High St_x000D_\nLeeds _x005F_x</t></si><si><t>山田</t><rPh sb='0' eb='2'><t>ヤマダ</t></rPh></si>",
    sheets: { Guests: row('<c t="s"><v>0</v></c><c t="s"><v>1</v></c>') },
  });

  assert.deepEqual(rows[0]?.cells, ["12 High St\nLeeds _x", "山田"]);
});

Deno.test("macros and links to other files are left alone", async () => {
  const link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
  const rels =
    `<Relationships><Relationship Id="r0" Type="${link}" Target="worksheets/sheet0.xml" TargetMode="External"/><Relationship Id="r1" Type="${link}" Target="worksheets/sheet1.xml"/></Relationships>`;
  const { sheets, notices } = await read({
    sheets: { Away: sheetData([["Bob"]]), Here: sheetData([["Anna"]]) },
    more: { "xl/vbaProject.bin": "Sub Auto_Open", "xl/_rels/workbook.xml.rels": rels },
  });

  assert.deepEqual(sheets.map(({ name }) => name), ["Here"]);
  assert.deepEqual(notices, [{ code: "macros-ignored" }]);
});

Deno.test("XML's entities do not grow and fetch nothing: they stay the letters that they are written with", async () => {
  const doctype =
    '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
  const sheet = `<?xml version="1.0"?>${doctype}<worksheet>${
    sheetData([["Anna"]]).replace("Anna", "&b;&c;Anna &amp; Bob &#233;")
  }</worksheet>`;
  const parts = xlsxParts({ sheets: { Guests: "" } });

  const { sheets } = await readGuestFile(zipOf({ ...parts, "xl/worksheets/sheet0.xml": sheet }));

  assert.deepEqual(sheets[0]?.rows[0]?.cells, ["&b;&c;Anna & Bob é"]);
});

Deno.test("a workbook named as CSV is read all the same, and it is said", async () => {
  const bytes = xlsxOf({ sheets: { Guests: sheetData([["Anna"]]) } });

  const { how, notices } = await readGuestFile(bytes, { name: "guests.csv", type: "text/csv" });

  assert.equal(how.format, "xlsx");
  assert.deepEqual(notices, [{ code: "named-otherwise", value: "xlsx" }]);
});
