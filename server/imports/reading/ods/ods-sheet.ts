import type { SheetRows } from "../collect-rows.ts";
import { columnLetters } from "../cell-place.ts";
import { createHidden } from "../hidden.ts";
import { limits } from "../limits.ts";
import type { Merged } from "../merged-cells.ts";
import type { Notices } from "../notices.ts";
import { type Attributes, createText } from "../read-xml.ts";
import { cellTooLong, tooManyColumns, tooManyRows } from "../refused.ts";
import { odsCellText } from "./ods-cell-text.ts";

// What lies over a cell and has text of its own: notes, pictures, shapes.
const floating = new Set(["annotation", "frame", "custom-shape", "g"]);

/** Reads one table of an OpenDocument file from its tags. */
export function createOdsSheet(sheet: SheetRows, notices: Notices) {
  const merges: Merged[] = [];
  const hidden = createHidden(sheet.name, notices);
  let row = 0;
  let rowRepeated = 1;
  let rowHidden = false;
  let columns = 0;
  let column = 0;
  let cells: string[] = [];
  let cell: Attributes | undefined;
  let paragraphs = 0;
  let inParagraph = 0;
  let inNote = 0;
  const text = createText(
    (length) => cellTooLong(length, { row, column }),
    10 * limits.cellCharacters,
  );

  function startCell(attributes: Attributes): void {
    [cell, paragraphs] = [attributes, 0];
  }

  function endCell(): void {
    if (!cell) return;
    const repeated = times(cell["table:number-columns-repeated"]);
    const { text: shown, notice } = odsCellText(cell, text.take());
    const at = { sheet: sheet.name, row, column: column + 1 };
    if (notice) notices.add({ code: notice, ...at, value: shown });
    const value = notice === "formula-error" ? "" : shown;
    const rows = times(cell["table:number-rows-spanned"]);
    if (value !== "" && rows > 1) merges.push(merged(row, rows, column + 1));
    if (value.trim() !== "") putIn(value, repeated);
    column += repeated;
    cell = undefined;
  }

  function putIn(value: string, repeated: number): void {
    if (column + repeated > limits.columns) {
      throw tooManyColumns(column + repeated, row, sheet.name);
    }
    while (cells.length < column) cells.push("");
    for (let count = 0; count < repeated; count += 1) cells.push(value);
  }

  function endRow(): void {
    if (cells.length > 0) {
      // A row that is said once and stands a million times is refused before it is written out.
      if (rowRepeated > limits.rows) throw tooManyRows(rowRepeated);
      for (let count = 0; count < rowRepeated; count += 1) {
        sheet.add(row + count, cells);
        if (rowHidden) hidden.row(row + count);
      }
      hidden.width(cells.length);
    }
    row += rowRepeated - 1;
  }

  return {
    open(name: string, attributes: Attributes): void {
      if (floating.has(name)) inNote += 1;
      else if (inNote > 0) return;
      else if (name === "table-row") {
        row += 1;
        rowRepeated = times(attributes["table:number-rows-repeated"]);
        rowHidden = /^(collapse|filter)$/.test(attributes["table:visibility"] ?? "");
        [column, cells] = [0, []];
      } else if (name === "table-column") {
        const repeated = times(attributes["table:number-columns-repeated"]);
        if (attributes["table:visibility"] === "collapse") {
          hidden.columns(columns + 1, columns + repeated);
        }
        columns += repeated;
      } else if (name === "table-cell" || name === "covered-table-cell") startCell(attributes);
      else if (name === "p") {
        if (paragraphs > 0 && inParagraph === 0) text.add("\n");
        [paragraphs, inParagraph] = [paragraphs + 1, inParagraph + 1];
      } else if (name === "s") text.add(" ".repeat(Math.min(times(attributes["text:c"]), 100)));
      else if (name === "tab") text.add(" ");
      else if (name === "line-break") text.add("\n");
    },
    text(more: string): void {
      if (inParagraph > 0 && inNote === 0) text.add(more);
    },
    close(name: string): void {
      if (floating.has(name)) inNote -= 1;
      else if (inNote > 0) return;
      else if (name === "table-cell" || name === "covered-table-cell") endCell();
      else if (name === "table-row") endRow();
      else if (name === "p") inParagraph -= 1;
    },
    end(): void {
      sheet.repeat(merges);
      hidden.tell();
    },
  };
}

export type OdsSheet = ReturnType<typeof createOdsSheet>;

function merged(top: number, rows: number, column: number): Merged {
  const bottom = top + rows - 1;
  const letters = columnLetters(column);
  return { top, bottom, column, range: `${letters}${top}:${letters}${bottom}` };
}

function times(text = "1"): number {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : 1;
}
