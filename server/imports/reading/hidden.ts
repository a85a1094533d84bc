import type { Notices } from "./notices.ts";

/** Remembers what of a sheet was not to be seen; it is read all the same, and said once. */
export function createHidden(sheet: string, notices: Notices) {
  const spans: { first: number; last: number }[] = [];
  let widest = 0;
  let rows = 0;
  let firstRow = 0;

  return {
    row(number: number): void {
      if (rows === 0) firstRow = number;
      rows += 1;
    },
    columns(first: number, last: number): void {
      if (spans.length < 1000) spans.push({ first, last });
    },
    /** A row has so many cells; what is hidden to the right of all is nothing. */
    width(cells: number): void {
      widest = Math.max(widest, cells);
    },
    tell(): void {
      if (rows > 0) notices.add({ code: "rows-hidden", sheet, row: firstRow, value: String(rows) });
      const within = spans.filter(({ first }) => first <= widest);
      const columns = within.reduce(
        (sum, { first, last }) => sum + Math.min(last, widest) - first + 1,
        0,
      );
      const [leftmost] = within;
      if (!leftmost || !(columns > 0)) return;
      const value = String(columns);
      notices.add({ code: "columns-hidden", sheet, column: leftmost.first, value });
    },
  };
}
