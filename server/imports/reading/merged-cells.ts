import { limits } from "./limits.ts";
import type { Notices } from "./notices.ts";
import { tooLarge } from "./refused.ts";
import type { Row, Sheet } from "./table.ts";

/** Cells that are one over several rows, in their first column; `range` as the program writes it. */
export interface Merged {
  top: number;
  bottom: number;
  column: number;
  range: string;
}

/** Gives what is merged over several rows to each of them that has something else in it: a party's name. */
export function repeatMerged(
  sheet: Sheet,
  merges: readonly Merged[],
  notices: Notices,
  count: (cells: number, characters: number) => void,
): void {
  if (merges.length === 0) return;
  const byNumber = new Map(sheet.rows.map((row) => [row.number, row]));
  let steps = 0;

  function rowsBelow({ top, bottom }: Merged): Row[] {
    const few = bottom - top < sheet.rows.length;
    steps += few ? bottom - top : sheet.rows.length;
    if (steps > 20 * limits.cells) throw tooLarge("There are too many merged cells.");
    if (!few) return sheet.rows.filter(({ number }) => number > top && number <= bottom);
    const numbers = Array.from({ length: bottom - top }, (_, index) => top + 1 + index);
    return numbers.flatMap((number) => byNumber.get(number) ?? []);
  }

  for (const merged of merges) {
    const value = byNumber.get(merged.top)?.cells[merged.column - 1] ?? "";
    const empty = value === ""
      ? []
      : rowsBelow(merged).filter(({ cells }) => !cells[merged.column - 1]);
    for (const { cells } of empty) {
      while (cells.length < merged.column) cells.push("");
      cells[merged.column - 1] = value;
      count(1, value.length);
    }
    if (empty.length === 0) continue;
    const { top: row, column, range } = merged;
    notices.add({ code: "merged-repeated", sheet: sheet.name, row, column, value: range });
  }
}
