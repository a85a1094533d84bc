import type { ImportHead } from "../../../shared/imports.ts";
import type { Question } from "../../../shared/questions.ts";
import type { WeddingEvent } from "../../../shared/events.ts";
import { inSteps } from "../progress.ts";
import type { ReadFile, Sheet } from "../reading/table.ts";
import { recognise } from "../recognising/recognise.ts";
import type { Column, Recognised } from "../recognising/fields.ts";
import { repairCells } from "../understanding/repair-cells.ts";
import { understand, type Understood } from "../understanding/understand.ts";
import type { Choices } from "./choices.ts";

export interface KnownSite {
  events: readonly WeddingEvent[];
  questions: readonly Question[];
  languages: readonly string[];
}

export interface ReadTable {
  sheet: Sheet;
  source: ImportHead["source"];
  headerRow: number | null;
  columns: ImportHead["columns"];
  understood: Understood;
}

const empty: Sheet = { name: "", rows: [] };

/** What the columns of that sheet are; the rows below are not looked at one by one. */
export function columnsOf(
  file: ReadFile,
  choices: Choices,
  site: KnownSite,
): ImportHead["columns"] {
  const wedding = { ...site, country: choices.country };
  const { columns } = withHeaderRow(sheetOf(file, choices.sheet), choices, wedding);
  return columns.map((column) => chosenColumn(column, choices));
}

/** One sheet of the file as the couple wants it read. */
export function readTable(
  file: ReadFile,
  choices: Choices,
  site: KnownSite,
  tell: (done: number, total: number) => void = () => {},
): ReadTable {
  const asRead = sheetOf(file, choices.sheet);
  tell(0, asRead.rows.length);
  const wedding = { ...site, country: choices.country };
  const found = withHeaderRow(asRead, choices, wedding);
  const columns = found.columns.map((column) => chosenColumn(column, choices));
  const final = { headerRow: found.headerRow, columns: columns.map(asColumn) };
  const repaired = repairCells(asRead, choices.repairs);
  const first = understand(repaired, final, wedding, inSteps(repaired.rows.length, tell));
  const proposed = choices.allRepairs ? proposedRepairs(first) : [];
  const sheet = proposed.length > 0 ? repairCells(repaired, proposed) : repaired;
  return {
    sheet,
    source: found.source,
    headerRow: found.headerRow,
    columns,
    understood: proposed.length > 0 ? understand(sheet, final, wedding) : first,
  };
}

/** The sheet that was chosen, or the one with the most in it. */
function sheetOf({ sheets }: ReadFile, name: string | null): Sheet {
  const chosen = sheets.find((sheet) => sheet.name === name);
  return chosen ??
    sheets.reduce(
      (best, sheet) => sheet.rows.length > best.rows.length ? sheet : best,
      sheets[0] ?? empty,
    );
}

type KnownWedding = Parameters<typeof recognise>[1];

function withHeaderRow(sheet: Sheet, { headerRow }: Choices, wedding: KnownWedding): Recognised {
  if (headerRow === undefined) return recognise(sheet, wedding);
  const rows = sheet.rows.filter(({ number }) => headerRow === null || number >= headerRow);
  const found = recognise({ ...sheet, rows }, wedding);
  if (found.headerRow === headerRow) return found;
  const headers = rows.find(({ number }) => number === headerRow)?.cells ?? [];
  return {
    ...found,
    headerRow,
    columns: found.columns.map((column) => ({ ...column, header: headers[column.index] ?? "" })),
  };
}

function chosenColumn(column: Column, { columns }: Choices): ImportHead["columns"][number] {
  const chosen = columns.find(({ index }) => index === column.index);
  return chosen ? { ...column, field: chosen.field, sure: "chosen" } : column;
}

function asColumn(column: ImportHead["columns"][number]): Column {
  return { ...column, sure: column.sure === "chosen" ? "known" : column.sure };
}

function proposedRepairs({ problems }: Understood) {
  return problems.flatMap(({ row, column, repair }) =>
    column && repair !== undefined ? [{ row, column: column.index, value: repair }] : []
  );
}
