import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { readGuestFile } from "./read-guest-file.ts";
import type { FileHint } from "./table.ts";

async function read(text: string, hint: FileHint = { name: "guests.csv" }) {
  const { sheets, how, notices } = await readGuestFile(Buffer.from(text), hint);
  const rows = sheets[0]?.rows ?? [];
  return { how, notices, rows, cells: rows.map((row) => row.cells) };
}

for (const delimiter of [",", ";", "\t", "|"]) {
  Deno.test(`cells divided by ${JSON.stringify(delimiter)} are found`, async () => {
    const lines = [["Name", "Address", "Seats"], ["Smith, Anna", '"5; Mill | Lane, Leeds"', "2"]];
    const text = lines.map((line) => line.join(delimiter)).join("\n")
      .replace("Smith, Anna", '"Smith, Anna"');

    const { how, cells } = await read(text);

    assert.equal(how.delimiter, delimiter);
    assert.deepEqual(cells[1], ["Smith, Anna", "5; Mill | Lane, Leeds", "2"]);
  });
}

Deno.test("Excel's line `sep=;` says the delimiter and is no row", async () => {
  const { how, rows } = await read("sep=;\r\nName;Note\r\nAnna;a,b,c\r\n");

  assert.equal(how.delimiter, ";");
  assert.deepEqual(rows, [
    { number: 1, cells: ["Name", "Note"] },
    { number: 2, cells: ["Anna", "a,b,c"] },
  ]);
});

Deno.test("rows are counted as a spreadsheet counts them: blank ones too, line breaks in cells not", async () => {
  const { rows } = await read(
    'Guests of the wedding\n\nName,City\nAnna,"High St\nLeeds"\n,,\nBob,York\n',
  );

  assert.deepEqual(rows.map(({ number }) => number), [1, 3, 4, 6]);
  assert.deepEqual(rows[2]?.cells, ["Anna", "High St\nLeeds"]);
});

for (const [name, end] of [["Windows", "\r\n"], ["Unix", "\n"], ["an old Mac", "\r"]] as const) {
  Deno.test(`lines that end as on ${name} are lines`, async () => {
    const { cells } = await read(["Name,City", "Anna,Leeds", "Bob,York", ""].join(end));

    assert.deepEqual(cells, [["Name", "City"], ["Anna", "Leeds"], ["Bob", "York"]]);
  });
}

Deno.test("rows of unequal length are read, empty cells at the end are left out", async () => {
  const { cells } = await read("Name,City,Note\nAnna\nBob,York,,,\nCid,Hull,x,more\n");

  assert.deepEqual(cells, [
    ["Name", "City", "Note"],
    ["Anna"],
    ["Bob", "York"],
    ["Cid", "Hull", "x", "more"],
  ]);
});

Deno.test("a space before a quote does not cut the cell", async () => {
  const { cells } = await read('Name, City\nAnna, "Leeds, UK"\n');

  assert.deepEqual(cells[1], ["Anna", "Leeds, UK"]);
});

Deno.test("quotes around a nickname are letters, and nothing is said about them", async () => {
  const { cells, notices } = await read('Name,City\nAnna "Annie" Smith,Leeds\nBob,"York, UK"\n');

  assert.deepEqual(cells.slice(1), [['Anna "Annie" Smith', "Leeds"], ["Bob", "York, UK"]]);
  assert.deepEqual(notices, []);
});

Deno.test("a quote that is never closed costs nobody: the line is taken as it stands, and it is said", async () => {
  const { rows, notices } = await read(
    'Name,City\n"Anna,Leeds\nBob,York\n"Cid","Hull"\nDan,Bath\n',
  );

  assert.deepEqual(rows.map(({ number, cells }) => [number, ...cells]), [
    [1, "Name", "City"],
    [2, "Anna", "Leeds"],
    [3, "Bob", "York"],
    [4, "Cid", "Hull"],
    [5, "Dan", "Bath"],
  ]);
  assert.deepEqual(notices.map(({ code, row }) => [code, row]), [["quotes-broken", 2]]);
});

Deno.test("ten thousand lines with broken quotes are read in a time that grows with them", async () => {
  const lines = Array.from({ length: 10_000 }, (_, index) => `"Anna ${index},Leeds`);

  const { cells, notices } = await read(`Name,City\n${lines.join("\n")}\n`);

  assert.equal(cells.length, 10_001);
  assert.deepEqual(cells.at(-1), ["Anna 9999", "Leeds"]);
  assert.equal(notices.at(-1)?.value, "quotes-broken: 9500");
});

Deno.test("a telephone number that a spreadsheet has rounded is pointed at", async () => {
  const { notices } = await read(
    'Name,Phone\nAnna,4.47911E+11\nBob,07700 900123\nCid,"4,47911E+11"\n',
  );

  assert.deepEqual(notices, [
    { code: "number-rounded", sheet: "", row: 2, column: 2, value: "4.47911E+11" },
    { code: "number-rounded", sheet: "", row: 4, column: 2, value: "4,47911E+11" },
  ]);
});

Deno.test("letters that were garbled before, lost or unseen are pointed at", async () => {
  const { notices } = await read(
    "Name\nJosÃ©\nO\u{e2}\u{20ac}\u{2122}Brien\nZo\u{fffd}\nAnna\u{202e}\nÃngel\n",
  );

  assert.deepEqual(notices.map(({ code, row }) => [code, row]), [
    ["letters-garbled", 2],
    ["letters-garbled", 3],
    ["letters-lost", 4],
    ["unseen-removed", 5],
  ]);
});

Deno.test("a list of one column needs no delimiter", async () => {
  const { how, cells } = await read('Name\n"Smith, Anna"\nThe Lee Family\n');

  assert.deepEqual(how, { format: "csv", encoding: "utf-8", encodingSure: true });
  assert.deepEqual(cells, [["Name"], ["Smith, Anna"], ["The Lee Family"]]);
});

Deno.test("pasted names are one column, whatever commas and bullets they have", async () => {
  const { how, cells } = await read("Smith, Anna\n- Lee, Bob\n3. Mr. & Mrs. Ng\n\n• Cid + 1\n", {});

  assert.equal(how.format, "text");
  assert.deepEqual(cells, [["Smith, Anna"], ["Lee, Bob"], ["Mr. & Mrs. Ng"], ["Cid + 1"]]);
});

Deno.test("two columns whose cells stand in quotes are a table, however few and without a name", async () => {
  const { how, cells } = await read('Name,Address\nAnna Smith,"1 High St\nYork"\nBob Lee,\n', {});

  assert.equal(how.format, "csv");
  assert.deepEqual(cells[1], ["Anna Smith", "1 High St\nYork"]);
});

Deno.test("cells pasted from a spreadsheet are a table", async () => {
  const { how, cells } = await read("Name\tCity\nAnna\t\nBob\tYork\n", { type: "text/plain" });

  assert.equal(how.delimiter, "\t");
  assert.deepEqual(cells, [["Name", "City"], ["Anna"], ["Bob", "York"]]);
});

Deno.test("pasted names with mail addresses are two columns", async () => {
  const { cells } = await read("Anna Smith, anna@example.com\nBob Lee, bob@example.com\n", {});

  assert.deepEqual(cells[1], ["Bob Lee", "bob@example.com"]);
});

Deno.test("a table with another ending is read, and the ending is pointed at", async () => {
  const { how, notices } = await read("Name,City\nAnna,York\n", { name: "Guests.XLSX" });

  assert.equal(how.format, "csv");
  assert.deepEqual(notices, [{ code: "named-otherwise", value: "csv" }]);
});
