import { writeXlsxStream } from "hucre/xlsx";
import type { FixedColumn, OwnColumn, OwnHeader } from "./headers.ts";

/** Our own list as a workbook: every cell is text, so nothing is run, and no number loses its zeros. */
export function writeXlsx(
  headers: readonly OwnHeader[],
  pages: AsyncIterable<string[][]>,
): ReadableStream<Uint8Array> {
  return writeXlsxStream(rowsOf(pages), {
    name: "Guests",
    columns: headers.map(({ header, column }) => ({
      header: literal(header),
      width: widthOf(header, column),
    })),
    freezePane: { rows: 1 },
  });
}

async function* rowsOf(pages: AsyncIterable<string[][]>): AsyncGenerator<(string | null)[]> {
  for await (const rows of pages) {
    for (const cells of rows) yield cells.map((cell) => cell === "" ? null : literal(cell));
  }
}

// Workbooks write a character by its number as _x0041_: what only looks like that is written so itself.
function literal(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
}

const widths: Partial<Record<FixedColumn | "reply" | "meal" | "answer", number>> = {
  party: 28,
  guest: 28,
  contact: 24,
  mail: 32,
  phone: 20,
  address: 40,
  allergies: 30,
  kitchenNote: 30,
  note: 40,
  guestId: 24,
  partyId: 24,
};

function widthOf(header: string, { kind }: OwnColumn): number {
  return widths[kind] ?? Math.min(40, Math.max(14, header.length + 2));
}
