import { Buffer } from "node:buffer";
import { CsvError, type Info, parse } from "csv-parse/sync";
import type { SheetRows } from "./collect-rows.ts";
import { csvOptions } from "./csv-options.ts";
import { limits } from "./limits.ts";
import type { Notices } from "./notices.ts";
import { readBrokenLine } from "./read-broken-line.ts";
import { readRegularRows } from "./read-regular-rows.ts";
import { tooManyColumns, tooManyRows } from "./refused.ts";
import type { Delimiter } from "./table.ts";

/** Reads a file whose cells are divided by `delimiter`. Where the quotes are broken, it goes on with the next line. */
export function readCsv(
  text: string,
  delimiter: Delimiter,
  sheet: SheetRows,
  notices: Notices,
): void {
  refuseEndless(text, delimiter, sheet.name);
  let start = 0;
  let number = 0;
  const add = (cells: string[]) => {
    number += 1;
    sheet.add(number, cells);
  };
  const bytes = Buffer.from(text.slice(readRegularRows(text, delimiter, add)));

  // Quotes are taken strictly first: the relaxed way swallows rows where a quote has no partner.
  function readOn(): boolean {
    let done = start;
    const onRecord = (cells: string[], { bytes }: Info): null => {
      done = start + bytes;
      add(cells);
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

  while (start < bytes.length && !readOn()) {
    // Mending takes its time; a list that is too long in any case is only counted.
    if (number > 2 * limits.rows) throw tooManyRows(number + countLines(bytes.subarray(start)));
    const { cells, length, clear } = readBrokenLine(bytes.subarray(start), delimiter);
    add(cells);
    if (!clear) {
      const value = cells.join(" ").trim();
      notices.add({ code: "quotes-broken", sheet: sheet.name, row: number, value });
    }
    start += length;
  }
}

// A line of a million commas would be a million cells before anybody could count them; so would a million lines, and
// blank ones take as long as others.
function refuseEndless(text: string, delimiter: Delimiter, sheet: string): void {
  const divides = delimiter.charCodeAt(0);
  let row = 1;
  let found = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === divides) found += 1;
    if (code !== 0x0a && code !== 0x0d) continue;
    if (found > limits.cellCharacters) break;
    row += 1;
    found = 0;
  }
  if (found > limits.cellCharacters) throw tooManyColumns(found + 1, row, sheet);
  if (row > limits.lines) throw tooManyRows(row);
}

function countLines(bytes: Buffer): number {
  return bytes.reduce((lines, byte) => lines + Number(byte === 0x0a), 0);
}
