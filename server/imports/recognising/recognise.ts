import type { Row, Sheet } from "../reading/table.ts";
import { looksOf } from "./content.ts";
import { correctFields } from "./correct-fields.ts";
import { fieldOfHeader, type KnownWedding, type Meaning } from "./field-of-header.ts";
import type { Column, Recognised } from "./fields.ts";
import { foldHeader } from "./fold-header.ts";
import { findHeaderRow } from "./header-row.ts";
import { ownFields } from "./own-columns.ts";
import { sourceOf } from "./sources.ts";
import { knownHeaders } from "./words/all-words.ts";

const unknown: Meaning = { field: { kind: "unknown" }, sure: "guess" };

/**
 * Whose file a sheet is of, and what each of its columns means. `headerRow` is the number of the row that the couple
 * says are the headers; null: there are none; left out: it is found.
 */
export function recognise(
  sheet: Sheet,
  wedding: KnownWedding,
  headerRow?: number | null,
): Recognised {
  const headers = headerRow === undefined
    ? findHeaderRow(sheet.rows, wedding.events)
    : sheet.rows.find(({ number }) => number === headerRow);
  const below = headers ? sheet.rows.slice(sheet.rows.indexOf(headers) + 1) : sheet.rows;
  const columns = rawColumns(headers, below, wedding);
  const own = ownFields(columns.map(({ header }) => header), wedding);
  if (headers && own) {
    return {
      source: "wedding-rsvp",
      headerRow: headers.number,
      columns: withoutReasons(columns.map((column, at) => {
        const field = own[at];
        return field ? { ...column, field, sure: "known" } : column;
      })),
    };
  }
  const languages = columns.flatMap(({ header }) => {
    const known = knownHeaders.get(foldHeader(header));
    return known ? [known.language] : [];
  });
  const source = headers
    ? sourceOf(columns.map(({ header }) => header), languages)
    : columns.length === 1
    ? "names"
    : "list";
  const found = { source, headerRow: headers?.number ?? null, columns };
  const corrected = correctFields(found, below, wedding);
  return { ...corrected, columns: withoutReasons(corrected.columns) };
}

function rawColumns(headers: Row | undefined, below: readonly Row[], wedding: KnownWedding) {
  const count = [...below, ...headers ? [headers] : []]
    .reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return Array.from({ length: count }, (_, index): Column => {
    const header = headers?.cells[index] ?? "";
    const cells = below.map((row) => row.cells[index] ?? "");
    return {
      index,
      header,
      ...fieldOfHeader(header, wedding) ?? fieldOfContent(cells),
      samples: samplesOf(cells),
    };
  });
}

// The file of refused rows comes back with the rows put right: what was wrong with them is of no guest.
function withoutReasons(columns: Column[]): Column[] {
  const [row, reason] = columns.map(({ header }) => foldHeader(header));
  if (row !== "row" || reason !== "reason") return columns;
  return columns.map((column) =>
    column.index < 2 ? { ...column, field: { kind: "ignored" }, sure: "known" } : column
  );
}

// Names are found by what is left when the columns are seen together.
function fieldOfContent(cells: readonly string[]): Meaning {
  const { mails, phones, filled } = looksOf(cells);
  if (filled === 0) return unknown;
  if (mails >= 0.6) return { field: { kind: "mail", who: "self" }, sure: "likely" };
  if (phones >= 0.6) return { field: { kind: "phone", who: "self" }, sure: "likely" };
  return unknown;
}

function samplesOf(cells: readonly string[]): string[] {
  const found = new Set<string>();
  for (const cell of cells) {
    if (cell) found.add(cell.length > 80 ? `${cell.slice(0, 79)}…` : cell);
    if (found.size === 3) break;
  }
  return [...found];
}
