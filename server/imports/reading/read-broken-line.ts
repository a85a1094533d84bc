import type { Buffer } from "node:buffer";
import { CsvError, type Info, parse } from "csv-parse/sync";
import { csvOptions } from "./csv-options.ts";
import type { Delimiter } from "./table.ts";

interface BrokenLine {
  cells: string[];
  /** How many bytes of the file it takes, its end with them. */
  length: number;
  /** True: quotes inside of a cell, `Anna "Annie" Smith`, and no doubt how they are meant. */
  clear: boolean;
}

/** The line at the start of `bytes`, whose quotes are not as they should be. */
export function readBrokenLine(bytes: Buffer, delimiter: Delimiter): BrokenLine {
  const length = lengthOfLine(bytes);
  const line = bytes.subarray(0, length);
  const relaxed = first(line, delimiter, { relax_quotes: true });
  const literal = first(line, delimiter, { quote: null });
  const cells = (relaxed ?? literal ?? [line.toString().trim()]).map(unquote);
  return { cells, length, clear: relaxed !== undefined && !relaxed.some(endsInside) };
}

function first(
  line: Buffer,
  delimiter: Delimiter,
  quotes: { relax_quotes: true } | { quote: null },
): string[] | undefined {
  const found: string[][] = [];
  const onRecord = (cells: string[], _info: Info): null => {
    found.push(cells);
    return null;
  };
  try {
    parse(line, { ...csvOptions(delimiter), ...quotes, on_record: onRecord });
    return found[0];
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

function endsInside(cell: string): boolean {
  return (cell.split('"').length - 1) % 2 === 1;
}

// A lone quote at the start was meant to hold the cell together.
function unquote(cell: string): string {
  return endsInside(cell) ? cell.replace(/^"|"$/, "") : cell;
}

function lengthOfLine(bytes: Buffer): number {
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] === 0x0a) return at + 1;
    if (bytes[at] === 0x0d) return bytes[at + 1] === 0x0a ? at + 2 : at + 1;
  }
  return bytes.length;
}
