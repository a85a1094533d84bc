import type { Delimiter } from "./table.ts";

export const delimiters: readonly Delimiter[] = [",", ";", "\t", "|"];
const sampleCharacters = 64 * 1024;
const sampleRecords = 300;

export interface Found {
  delimiter: Delimiter;
  /** The number of cells that most lines have, and the share of lines that have it. */
  columns: number;
  share: number;
}

/** The delimiter that cuts most lines into equally many cells; undefined: none cuts anything. */
export function findDelimiter(text: string): Found | undefined {
  const sample = text.slice(0, sampleCharacters);
  const whole = sample.length === text.length;
  const found = delimiters.map((delimiter) => tryOut(sample, delimiter, whole));
  return found.filter((one) => one.columns > 1).sort((a, b) => merit(b) - merit(a))[0];
}

function merit({ columns, share }: Found): number {
  return share * (1 + Math.min(columns, 20) / 20);
}

function tryOut(sample: string, delimiter: Delimiter, whole: boolean): Found {
  const counts = countCells(sample, delimiter);
  // The sample may end in the middle of a line.
  if (!whole && counts.length > 1) counts.pop();
  const several = counts.filter((count) => count > 1);
  const often = new Map<number, number>();
  for (const count of several) often.set(count, (often.get(count) ?? 0) + 1);
  const [columns, lines] = [...often].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  // Programs that leave out empty cells at the end write lines of all lengths: these count a little.
  const ragged = (several.length - lines) / 4;
  return { delimiter, columns, share: (lines + ragged) / Math.max(counts.length, 1) };
}

/** Cells of each line that has something in it; a quoted cell may have line breaks and delimiters. */
function countCells(sample: string, delimiter: Delimiter): number[] {
  const counts: number[] = [];
  let cells = 1;
  let start = true;
  let filled = false;
  let quoted = false;
  for (let at = 0; at < sample.length && counts.length < sampleRecords; at += 1) {
    const letter = sample[at];
    if (quoted) {
      if (letter === '"' && sample[at + 1] === '"') at += 1;
      else if (letter === '"') quoted = false;
    } else if (letter === '"' && start) {
      [quoted, start, filled] = [true, false, true];
    } else if (letter === delimiter) {
      [cells, start] = [cells + 1, true];
    } else if (letter === "\n" || letter === "\r") {
      if (filled) counts.push(cells);
      [cells, start, filled] = [1, true, false];
    } else if (letter !== " ") {
      [start, filled] = [false, true];
    }
  }
  if (filled) counts.push(cells);
  return counts;
}
