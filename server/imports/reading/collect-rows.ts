import { plainCell } from "../exporting/neutral-cell.ts";
import { cleanText } from "./clean-text.ts";
import { limits } from "./limits.ts";
import { type Merged, repeatMerged } from "./merged-cells.ts";
import type { Notices } from "./notices.ts";
import { cellTooLong, counted, tooLarge, tooManyColumns, tooManyRows } from "./refused.ts";
import type { NoticeCode, Row, Sheet } from "./table.ts";

// As Excel shows a long number in a narrow column, and as it then saves it to CSV.
const scientific = /^[+-]?\d([.,]\d+)?E\+\d+$/i;
// é, ’ and the like in UTF-8, read as Windows-1252.
const garbled =
  /[\u{c2}\u{c3}][\u{80}-\u{bf}\u{152}\u{153}\u{160}\u{161}\u{178}\u{17d}\u{17e}\u{192}\u{2c6}\u{2dc}\u{2013}-\u{2122}]|\u{e2}\u{20ac}/u;

/** Takes a file's rows as a format's reader finds them: cleans them, and holds them to the limits. */
export function createRows(notices: Notices) {
  const sheets: Sheet[] = [];
  let rows = 0;
  let cells = 0;
  let characters = 0;

  function clean(text: string, sheet: string, row: number, column: number): string {
    if (text === "") return text;
    // What cleaning could still make short enough is cleaned; no more.
    if (text.length > 10 * limits.cellCharacters) {
      throw cellTooLong(text.length, { row, column, sheet });
    }
    const { text: cleaned, removed } = cleanText(text);
    if (cleaned.length > limits.cellCharacters) {
      throw cellTooLong(cleaned.length, { row, column, sheet });
    }
    const tell = (code: NoticeCode) => notices.add({ code, sheet, row, column, value: cleaned });
    if (removed) tell("unseen-removed");
    if (cleaned.includes("\u{fffd}")) tell("letters-lost");
    if (garbled.test(cleaned)) tell("letters-garbled");
    if (scientific.test(cleaned)) tell("number-rounded");
    return cleaned;
  }

  function keep(row: Row): boolean {
    // What is beyond the limit is only counted: the number is said when the file is refused.
    if (rows > limits.rows + sheets.length) return false;
    let filled = 0;
    let length = 0;
    for (const cell of row.cells) {
      if (cell !== "") filled += 1;
      length += cell.length;
    }
    count(filled, length);
    return true;
  }

  function count(newCells: number, newCharacters: number): void {
    cells += newCells;
    characters += newCharacters;
    if (cells > limits.cells) {
      throw tooLarge(`More than ${counted(limits.cells)} cells are filled.`);
    }
    if (characters > limits.characters) throw tooLarge("There is too much text in the cells.");
  }

  return {
    /** Starts a sheet; what comes next belongs to it. */
    sheet(name: string) {
      if (sheets.length === limits.sheets) throw tooLarge(`More than ${limits.sheets} sheets.`);
      const sheet: Sheet = { name: cleanText(name).text.slice(0, 200), rows: [] };
      sheets.push(sheet);
      return {
        name: sheet.name,
        add(number: number, texts: readonly string[]): void {
          // Whoever wrote the file may have put an apostrophe before what a spreadsheet would run.
          const cells = texts.map((text, index) =>
            clean(plainCell(text), sheet.name, number, index + 1)
          );
          const width = cells.findLastIndex((cell) => cell !== "") + 1;
          if (width === 0) return;
          if (width > limits.columns) throw tooManyColumns(width, number, sheet.name);
          rows += 1;
          cells.length = width;
          const row = { number, cells };
          if (keep(row)) sheet.rows.push(row);
        },
        /** Gives what is merged over several rows to each that has something else in it: a party's name. */
        repeat: (merges: readonly Merged[]) => repeatMerged(sheet, merges, notices, count),
      };
    },
    /** All sheets; refuses a file of too many rows with their number. */
    finish(): Sheet[] {
      const started = sheets.filter((sheet) => sheet.rows.length > 0).length;
      if (rows - started > limits.rows) throw tooManyRows(rows - started);
      return sheets;
    },
  };
}

export type Rows = ReturnType<typeof createRows>;
export type SheetRows = ReturnType<Rows["sheet"]>;
