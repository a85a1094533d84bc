/** Where the command speaks. */
export interface Terminal {
  print(text: string): void;
  /** Draws over the last line; absent where nobody looks. */
  bar?: (text: string) => void;
  /** Absent where nobody can answer. */
  ask?: (question: string) => boolean;
  /** Likewise, for a word; null: none was given. */
  choose?: (question: string) => string | null;
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
  /** The last cell goes on below itself. Otherwise it is cut where the line ends. */
  wrap?: boolean;
}

/** Rows with their cells under each other. */
export function drawTable(
  rows: readonly (readonly string[])[],
  { columns, indent = "  ", wrap = false }: TableOptions,
): string {
  const clean = rows.map((row) => row.map(harmless));
  const most = Math.max(8, Math.floor(columns / (wrap ? 4 : 3)));
  const widths = clean.reduce<number[]>(
    (known, row) => row.map((cell, at) => Math.min(most, Math.max(known[at] ?? 0, cell.length))),
    [],
  );
  return clean.map((row) => {
    const cells = row.slice(0, -1).map((cell, at) =>
      `${shortened(cell, most).padEnd(widths[at] ?? 0)}  `
    );
    const start = indent + cells.join("");
    const last = row.at(-1) ?? "";
    if (!wrap) return shortened(start + last, columns).trimEnd();
    const lines = wrapped(last, columns - start.length);
    return (start + lines.join(`\n${" ".repeat(start.length)}`)).trimEnd();
  }).join("\n");
}

/** The text in lines; a word that is longer than a line stands alone. */
export function wrapped(text: string, columns: number): string[] {
  return text.split(" ").reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= columns) return [...lines, word];
    return [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
}

export function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
