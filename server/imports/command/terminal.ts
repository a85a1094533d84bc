/** Where the command speaks. */
export interface Terminal {
  print(text: string): void;
  /** Draws over the last line; absent where nobody looks. */
  bar?: (text: string) => void;
  /** Absent where nobody can answer. */
  ask?: (question: string) => boolean;
  /** Characters in a line. */
  columns: number;
}

/** Names come from files of anybody: nothing in them moves the cursor, rings or turns the text round. */
export function harmless(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, " ");
}

export interface TableOptions {
  columns: number;
  indent?: string;
}

/** Rows with their cells under each other; the last cell is cut where the line ends. */
export function drawTable(
  rows: readonly (readonly string[])[],
  { columns, indent = "  " }: TableOptions,
): string {
  const clean = rows.map((row) => row.map(harmless));
  const most = Math.max(8, Math.floor(columns / 3));
  const widths = clean.reduce<number[]>(
    (known, row) => row.map((cell, at) => Math.min(most, Math.max(known[at] ?? 0, cell.length))),
    [],
  );
  return clean.map((row) => {
    const line = row.map((cell, at) =>
      at === row.length - 1 ? cell : shortened(cell, most).padEnd(widths[at] ?? 0)
    );
    return shortened(indent + line.join("  "), columns).trimEnd();
  }).join("\n");
}

export function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
