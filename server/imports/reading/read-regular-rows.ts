import type { Delimiter } from "./table.ts";

interface ReadRow {
  cells: string[];
  /** Where the next row begins. */
  next: number;
}

/**
 * Reads rows as long as quotes stand only around whole cells, as programs write them: several times as fast as a parser
 * that looks at every byte, and it says the same. Where a row begins that is otherwise it stops, and tells the place.
 */
export function readRegularRows(
  text: string,
  delimiter: Delimiter,
  add: (cells: string[]) => void,
): number {
  const lineBreak = /\r\n|\n|\r/g;
  let start = 0;
  while (start < text.length) {
    lineBreak.lastIndex = start;
    const found = lineBreak.exec(text);
    const line = text.slice(start, found?.index ?? text.length);
    const next = found ? lineBreak.lastIndex : text.length;
    const row = line.includes('"')
      ? readQuoted(text, start, delimiter)
      : { cells: trimmed(line.split(delimiter), delimiter), next };
    if (!row) return start;
    add(row.cells);
    start = row.next;
  }
  return start;
}

// A space after the comma is people's; a tab is only a space where it does not divide.
function trimmed(cells: string[], delimiter: Delimiter): string[] {
  return delimiter === "\t" ? cells : cells.map((cell) => cell.trim());
}

/** A row with quoted cells; undefined: a quote is not where it should be. */
function readQuoted(text: string, start: number, delimiter: Delimiter): ReadRow | undefined {
  const cells: string[] = [];
  for (let at = start;;) {
    const quoted = text[at] === '"';
    const end = quoted ? endOfQuoted(text, at) : endOfBare(text, at, delimiter);
    if (end === undefined) return undefined;
    const cell = text.slice(at, end);
    cells.push(
      quoted ? cell.slice(1, -1).replaceAll('""', '"') : delimiter === "\t" ? cell : cell.trim(),
    );
    const after = text[end];
    if (after === delimiter) at = end + 1;
    else if (after === undefined) return { cells, next: end };
    else if (after === "\n") return { cells, next: end + 1 };
    else if (after === "\r") return { cells, next: end + (text[end + 1] === "\n" ? 2 : 1) };
    else return undefined;
  }
}

// Two quotes inside of a cell are one.
function endOfQuoted(text: string, start: number): number | undefined {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at + 1;
  }
  return undefined;
}

function endOfBare(text: string, start: number, delimiter: Delimiter): number | undefined {
  for (let at = start; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === delimiter || letter === "\n" || letter === "\r") return at;
    if (letter === '"') return undefined;
  }
  return text.length;
}
