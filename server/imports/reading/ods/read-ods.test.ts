import assert from "node:assert/strict";
import { odsOf } from "../../../testing/workbook-of.ts";
import { readGuestFile } from "../read-guest-file.ts";

async function read(spreadsheet: string, styles = "", more: Record<string, string> = {}) {
  const { sheets, how, notices } = await readGuestFile(odsOf(spreadsheet, styles, more));
  return { how, notices, sheets, rows: sheets[0]?.rows ?? [] };
}

function table(rows: string, attributes = 'table:name="Guests"'): string {
  return `<table:table ${attributes}>${rows}</table:table>`;
}

function cell(text: string, attributes = 'office:value-type="string"'): string {
  return `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
}

const row = (...cells: string[]) => `<table:table-row>${cells.join("")}</table:table-row>`;
const nothing = (times: number) => `<table:table-cell table:number-columns-repeated="${times}"/>`;

Deno.test("an OpenDocument sheet is read with its repeated cells and rows, and ends where it is empty", async () => {
  const { rows, how } = await read(table(
    row(cell("Name"), nothing(2), cell("x", 'table:number-columns-repeated="2"'), nothing(16000)) +
      `<table:table-row table:number-rows-repeated="3">${nothing(16384)}</table:table-row>` +
      `<table:table-row table:number-rows-repeated="2">${cell("Plus One")}</table:table-row>` +
      `<table:table-row table:number-rows-repeated="1048000">${nothing(16384)}</table:table-row>`,
  ));

  assert.equal(how.format, "ods");
  assert.deepEqual(rows, [
    { number: 1, cells: ["Name", "", "", "x", "x"] },
    { number: 5, cells: ["Plus One"] },
    { number: 6, cells: ["Plus One"] },
  ]);
});

Deno.test("OpenDocument numbers are as shown, dates are ISO, telephone numbers keep their digits", async () => {
  const { rows } = await read(table(row(
    cell("00501", 'office:value-type="float" office:value="501"'),
    cell("4.48E+11", 'office:value-type="float" office:value="447911123456"'),
    cell("01/02/26", 'office:value-type="date" office:date-value="2026-02-01"'),
    cell("50 %", 'office:value-type="percentage" office:value="0.5"'),
  )));

  assert.deepEqual(rows[0]?.cells, ["00501", "447911123456", "2026-02-01", "50 %"]);
});

Deno.test("lines of an OpenDocument cell stay lines; notes and pictures over it are no text of it", async () => {
  const { rows } = await read(table(row(
    `<table:table-cell><office:annotation><text:p>a note</text:p></office:annotation><text:p>12 High<text:s text:c="2"/>St</text:p><text:p>Leeds<text:line-break/>UK</text:p></table:table-cell>`,
  )));

  assert.deepEqual(rows[0]?.cells, ["12 High  St\nLeeds\nUK"]);
});

Deno.test("OpenDocument formulas are not calculated, errors are empty and said", async () => {
  const { rows, notices } = await read(table(row(
    cell("Anna", 'table:formula="of:=[.B1]" office:value-type="string"'),
    '<table:table-cell table:formula="of:=SUM(1;2)"/>',
    cell("#N/A", 'table:formula="of:=X()" calcext:value-type="error" office:value-type="string"'),
  )));

  assert.deepEqual(rows[0]?.cells, ["Anna"]);
  assert.deepEqual(notices.map(({ code, column, value }) => [code, column, value]), [
    ["formula-without-value", 2, ""],
    ["formula-error", 3, "#N/A"],
  ]);
});

Deno.test("OpenDocument merged, hidden and filtered cells lose nobody", async () => {
  const { sheets, notices } = await read(
    table(
      '<table:table-column/><table:table-column table:visibility="collapse"/>' +
        row(cell("The Smiths", 'table:number-rows-spanned="2"'), cell("Anna")) +
        `<table:table-row table:visibility="filter"><table:covered-table-cell/>${
          cell("Bob")
        }</table:table-row>`,
    ) + table(row(cell("Cid")), 'table:name="Old" table:style-name="ta2"'),
    '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>',
  );

  assert.deepEqual(sheets[0]?.rows.map(({ cells }) => cells), [
    ["The Smiths", "Anna"],
    ["The Smiths", "Bob"],
  ]);
  assert.deepEqual(notices.map(({ code, value }) => [code, value]), [
    ["merged-repeated", "A1:A2"],
    ["rows-hidden", "1"],
    ["columns-hidden", "1"],
    ["sheet-hidden", undefined],
  ]);
});
