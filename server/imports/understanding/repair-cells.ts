import type { Row, Sheet } from "../reading/table.ts";

export interface Repair {
  row: number;
  /** From 0, as columns have it. */
  column: number;
  value: string;
}

/** The sheet as it would be with these cells put right: a couple takes a repair, or types another. */
export function repairCells(sheet: Sheet, repairs: readonly Repair[]): Sheet {
  const byRow = Map.groupBy(repairs, ({ row }) => row);
  return { ...sheet, rows: sheet.rows.map((row) => repairRow(row, byRow.get(row.number) ?? [])) };
}

function repairRow(row: Row, repairs: readonly Repair[]): Row {
  if (repairs.length === 0) return row;
  const cells = [...row.cells];
  for (const { column, value } of repairs) {
    while (cells.length <= column) cells.push("");
    cells[column] = value;
  }
  return { ...row, cells };
}
