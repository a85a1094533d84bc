/** One figure of the table: what was measured, next to its floor of the same run. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  floor: number | null;
  ratio: number | null;
  goal: string;
  ok: boolean;
}

export function printTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, floor, ratio, goal, ok }) => [
    name,
    `${round(value)} ${unit}`.trim(),
    floor === null ? "–" : `${round(floor)} ${unit}`.trim(),
    ratio === null ? "–" : ratio.toFixed(2),
    goal,
    ok ? "ok" : "missed",
  ]);
  const all = [["figure", "value", "floor", "ratio", "goal", ""], ...rows];
  const widths = all[0]?.map((_, column) =>
    Math.max(...all.map((row) => row[column]?.length ?? 0))
  );
  return all.map((row) => row.map((cell, column) => cell.padEnd(widths?.[column] ?? 0)).join("  "))
    .join("\n");
}

function round(value: number): string {
  if (value >= 100 || value === 0) return value.toFixed(0);
  return value.toFixed(value < 1 ? 3 : 1);
}
