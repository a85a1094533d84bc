import { stringify } from "csv-stringify/sync";
import type { OwnHeader } from "./headers.ts";
import { neutralCell } from "./neutral-cell.ts";
import { phoneCell } from "./phone-cell.ts";

/** Our own list as CSV: UTF-8 with a byte order mark, CRLF, and nothing in it that a spreadsheet would run. */
export async function* writeCsv(
  headers: readonly OwnHeader[],
  pages: AsyncIterable<string[][]>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const kinds = headers.map(({ column }) => column.kind);
  const written = (rows: string[][]) =>
    // Left to itself it quotes only the line break that ends a row.
    encoder.encode(stringify(rows, { record_delimiter: "\r\n", quoted_match: /[\r\n]/ }));
  yield encoder.encode("\ufeff");
  yield written([headers.map(({ header }) => neutralCell(header))]);
  for await (const rows of pages) {
    yield written(
      rows.map((cells) =>
        cells.map((cell, at) => neutralCell(kinds[at] === "phone" ? phoneCell(cell) : cell))
      ),
    );
  }
}
