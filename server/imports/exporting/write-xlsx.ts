import { writeXlsxStream } from "hucre/xlsx";
import type { OwnHeader } from "./headers.ts";
import { phoneCell } from "./phone-cell.ts";
import { columnsOf, headerStyle, literal } from "./xlsx-columns.ts";

/** Our own list as a workbook: every cell is text, so nothing is run, and no number loses its zeros. */
export function writeXlsx(
  headers: readonly OwnHeader[],
  pages: AsyncIterable<string[][]>,
): ReadableStream<Uint8Array> {
  const columns = columnsOf(headers);
  const below = columns.map(({ style }) => style);
  const phones = new Set(headers.flatMap(({ column }, at) => column.kind === "phone" ? [at] : []));
  for (const column of columns) column.style = headerStyle;

  async function* rows(): AsyncGenerator<(string | null)[]> {
    // The writer knows styles of whole columns only. It has written the headers when it asks for the first row.
    for (const [at, column] of columns.entries()) {
      const style = below[at];
      if (style) column.style = style;
      else delete column.style;
    }
    for await (const rows of pages) {
      for (const cells of rows) {
        yield cells.map((cell, at) =>
          cell === "" ? null : literal(phones.has(at) ? phoneCell(cell) : cell)
        );
      }
    }
  }

  return writeXlsxStream(rows(), { name: "Guests", columns, freezePane: { rows: 1 } });
}
