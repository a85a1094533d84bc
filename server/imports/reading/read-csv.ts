import { Buffer } from "node:buffer";
import { CsvError, type Info, parse } from "csv-parse/sync";
import type { SheetRows } from "./collect-rows.ts";
import { plainCell } from "../exporting/neutral-cell.ts";
import { csvOptions } from "./csv-options.ts";
import { limits } from "./limits.ts";
import type { Notices } from "./notices.ts";
import { readBrokenLine } from "./read-broken-line.ts";
import { tooManyColumns, tooManyRows } from "./refused.ts";
import type { Delimiter } from "./table.ts";

/** Reads a file whose cells are divided by `delimiter`. Where the quotes are broken, it goes on with the next line. */
export function readCsv(
  text: string,
  delimiter: Delimiter,
  sheet: SheetRows,
  notices: Notices,
): void {
  const bytes = Buffer.from(text);
  // Whoever wrote the file may have put an apostrophe before what a spreadsheet would run.
  const add = (number: number, cells: string[]) => sheet.add(number, cells.map(plainCell));
  refuseEndless(bytes, delimiter, sheet.name);
  let start = 0;
  let number = 0;

  // Quotes are taken strictly first: the relaxed way swallows rows where a quote has no partner.
  function readOn(): boolean {
    let done = start;
    const onRecord = (cells: string[], { bytes }: Info): null => {
      done = start + bytes;
      number += 1;
      add(number, cells);
      return null;
    };
    try {
      parse(bytes.subarray(start), { ...csvOptions(delimiter), on_record: onRecord });
      return true;
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      start = done;
      return false;
    }
  }

  while (!readOn()) {
    // Mending takes its time; a list that is too long in any case is only counted.
    if (number > 2 * limits.rows) throw tooManyRows(number + countLines(bytes.subarray(start)));
    const { cells, length, clear } = readBrokenLine(bytes.subarray(start), delimiter);
    number += 1;
    add(number, cells);
    if (!clear) {
      const value = cells.join(" ").trim();
      notices.add({ code: "quotes-broken", sheet: sheet.name, row: number, value });
    }
    start += length;
  }
}

// A line of a million commas would be a million cells before anybody could count them; so would a million lines, and
// blank ones take as long as others.
function refuseEndless(bytes: Buffer, delimiter: Delimiter, sheet: string): void {
  const divides = delimiter.charCodeAt(0);
  let [row, found] = [1, 0];
  for (const byte of bytes) {
    if (byte === divides) found += 1;
    if (byte !== 0x0a && byte !== 0x0d) continue;
    if (found > limits.cellCharacters) break;
    [row, found] = [row + 1, 0];
  }
  if (found > limits.cellCharacters) throw tooManyColumns(found + 1, row, sheet);
  if (row > limits.lines) throw tooManyRows(row);
}

function countLines(bytes: Buffer): number {
  return bytes.reduce((lines, byte) => lines + Number(byte === 0x0a), 0);
}
