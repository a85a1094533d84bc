import type { Result } from "./round.ts";

/** A block for each fault, a line for each number. */
export function resultTable(results: readonly Result[]): string {
  const rows = results.flatMap(({ name, seconds, counts, failure }) => [
    [`${failure === undefined ? "✓" : "✗"} ${name}`, "", `${seconds.toFixed(1)} s`],
    ...Object.entries(counts).map(([what, count]) => ["", what, String(count)]),
  ]);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const numbers = Math.max(...rows.map((row) => row[2]?.length ?? 0));
  const lines = rows.map(([name = "", what = "", count = ""]) =>
    [name.padEnd(widths[0] ?? 0), what.padEnd(widths[1] ?? 0), count.padStart(numbers)].join("  ")
  );
  const failures = results.flatMap(({ name, failure }) =>
    failure === undefined ? [] : [`✗ ${name}: ${failure}`]
  );
  return [...lines, ...failures].join("\n");
}
