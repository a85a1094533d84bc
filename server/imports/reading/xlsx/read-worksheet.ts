import { cellPlace } from "../cell-place.ts";
import type { SheetRows } from "../collect-rows.ts";
import { createHidden } from "../hidden.ts";
import { limits } from "../limits.ts";
import type { Merged } from "../merged-cells.ts";
import type { Notices } from "../notices.ts";
import { type Attributes, createText, readXml } from "../read-xml.ts";
import { cellTooLong, tooManyColumns } from "../refused.ts";
import type { Unpack } from "../unpack.ts";
import type { ZipEntry } from "../zip.ts";
import { type CellSource, cellText, type Workings } from "./cell-text.ts";

/** Reads one sheet, cell by cell as it is unpacked. */
export async function readWorksheet(
  part: ZipEntry,
  unpack: Unpack,
  workings: Workings,
  sheet: SheetRows,
  notices: Notices,
): Promise<void> {
  const merges: Merged[] = [];
  const hidden = createHidden(sheet.name, notices);
  let row = 0;
  let rowHidden = false;
  let column = 0;
  let cells: string[] = [];
  let cell: CellSource = { type: "", value: undefined, inline: "", formula: false, style: 0 };
  const text = createText(
    (length) => cellTooLong(length, { row, column }),
    10 * limits.cellCharacters,
  );
  let inText = false;
  let inReading = false;

  function startCell({ r = "", t = "", s = "0" }: Attributes): void {
    column = cellPlace(r)?.column ?? column + 1;
    cell = { type: t, value: undefined, inline: "", formula: false, style: Number(s) };
  }

  function endCell(): void {
    const { text, notice } = cellText(cell, workings);
    const at = { sheet: sheet.name, row, column };
    if (notice) notices.add({ code: notice, ...at, value: text || (cell.value ?? "") });
    if (text === "") return;
    if (column > limits.columns) {
      if (text.trim() === "") return;
      throw tooManyColumns(column, row, sheet.name);
    }
    while (cells.length < column - 1) cells.push("");
    cells[column - 1] = text;
  }

  function endRow(): void {
    if (cells.length === 0) return;
    sheet.add(row, cells);
    if (rowHidden) hidden.row(row);
    hidden.width(cells.length);
    cells = [];
  }

  await readXml(part, unpack, {
    open(name, attributes) {
      if (name === "c") startCell(attributes);
      else if (name === "v") inText = true;
      else if (name === "t") inText = !inReading;
      else if (name === "f") cell.formula = true;
      else if (name === "rPh") inReading = true;
      else if (name === "row") {
        const number = Number(attributes.r ?? row + 1);
        [row, column] = [Number.isInteger(number) && number > 0 ? number : row + 1, 0];
        rowHidden = isTrue(attributes.hidden);
      } else if (name === "mergeCell") addMerge(merges, attributes.ref ?? "");
      else if (name === "col" && isTrue(attributes.hidden)) {
        hidden.columns(Number(attributes.min), Number(attributes.max));
      }
    },
    text(more) {
      if (inText) text.add(more);
    },
    close(name) {
      if (name === "c") endCell();
      else if (name === "v") [inText, cell.value] = [false, text.take()];
      else if (name === "t") [inText, cell.inline] = [false, cell.inline + text.take()];
      else if (name === "rPh") inReading = false;
      else if (name === "row") endRow();
    },
  });
  sheet.repeat(merges);
  hidden.tell();
}

// Across columns the first has the value and that is enough; downwards each row is somebody of the party.
function addMerge(merges: Merged[], range: string): void {
  const [from = "", to = ""] = range.split(":");
  const start = cellPlace(from);
  const end = cellPlace(to);
  if (!start || !end || end.row <= start.row) return;
  merges.push({ top: start.row, bottom: end.row, column: start.column, range });
}

function isTrue(value = ""): boolean {
  return value === "1" || value === "true";
}
