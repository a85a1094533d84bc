import assert from "node:assert/strict";
import { CsvError, type Info, parse } from "csv-parse/sync";
import fc from "fast-check";
import { runs } from "../../testing/runs.ts";
import { csvOptions } from "./csv-options.ts";
import { delimiters } from "./find-delimiter.ts";
import { readRegularRows } from "./read-regular-rows.ts";
import type { Delimiter } from "./table.ts";

const pieces = ['"', '"', '""', ",", ",", ";", "\t", "|", "\n", "\r", "\r\n", " ", "\u00a0", "é"];
const text = fc.array(fc.constantFrom(...pieces, "Ana", "'", "\u{feff}", "\f"), { maxLength: 40 })
  .map((some) => some.join(""));

Deno.test("rows read the short way are the rows that the parser reads, and the parser reads the rest", () => {
  fc.assert(
    fc.property(text, fc.constantFrom(...delimiters), (text, delimiter) => {
      const rows: string[][] = [];

      const stopped = readRegularRows(text, delimiter, (cells) => rows.push(cells));

      assert.deepEqual(
        filled([...rows, ...parsed(text.slice(stopped), delimiter)]),
        filled(parsed(text, delimiter)),
      );
    }),
    runs,
  );
});

Deno.test("as programs write them, quoted cells are read to the end of the file", () => {
  const text = 'Name,Note\r\n"Doe, Jane","a ""b""\nc"\r\n"","x"\nBob, "late" \n"Cid",';
  const rows: string[][] = [];

  const stopped = readRegularRows(text, ",", (cells) => rows.push(cells));

  assert.deepEqual(rows, [["Name", "Note"], ["Doe, Jane", 'a "b"\nc'], ["", "x"]]);
  assert.equal(text.slice(stopped), 'Bob, "late" \n"Cid",');
});

// All rows before the first whose quotes are broken.
function parsed(text: string, delimiter: Delimiter): string[][] {
  const rows: string[][] = [];
  const onRecord = (cells: string[], _info: Info): null => {
    rows.push(cells);
    return null;
  };
  try {
    parse(text, { ...csvOptions(delimiter), on_record: onRecord });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
  }
  return rows;
}

// A line of spaces at the end is a row to the one and none to the other; nobody is in it.
function filled(rows: string[][]): string[][] {
  return rows.slice(0, rows.findLastIndex((cells) => cells.some((cell) => cell !== "")) + 1);
}
