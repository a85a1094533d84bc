import { seatWords } from "../../exporting/own-words.ts";
import type { Row } from "../../reading/table.ts";
import type { PersonKind, RowKind, Who } from "../../../../shared/import-fields.ts";
import type { Column, Field, FieldKind } from "../../recognising/fields.ts";
import { saysNothing } from "../nothing.ts";

export interface Cell<Of extends Field = Field> {
  column: Column;
  field: Of;
  text: string;
}

/** The filled cells of a row, by what they mean. */
export interface RowCells {
  number: number;
  /** The cells that say this of this person, in the order of the columns. */
  of(kind: PersonKind, who: Who): Cell[];
  row(kind: RowKind): Cell[];
  first(kind: PersonKind, who?: Who): string;
  firstOf(kind: RowKind): string;
  every: Cell[];
  /** Written by ourselves: the name is one guest's, however it reads. */
  exact: "named" | "open" | null;
  /** Everybody of whom a cell speaks beside the row's own guest. */
  others: Who[];
}

const none: Cell[] = [];
const note: Field = { kind: "note" };

// What is looked at letter by letter has an end, or one cell could stop the clock.
const longest = 500;
const endless = new Set<FieldKind>([
  ...["name", "first-name", "middle-name", "last-name", "note", "nickname", "unknown"] as const,
  ...["answer", "diet", "kitchen-note", "allergies", "contact-name", "ignored"] as const,
]);

function isEndless(text: string, { kind }: Field): boolean {
  return text.length > longest && !endless.has(kind);
}

export function cellsOfRow({ number, cells }: Row, columns: readonly Column[]): RowCells {
  const byKey = new Map<string, Cell[]>();
  const every: Cell[] = [];
  const others = new Set<Who>();
  const exact = seatIn(cells, columns);
  for (const column of columns) {
    const text = cells[column.index] ?? "";
    if (text === "") continue;
    if (!exact && saysNothing(text, column.field)) continue;
    const field = isEndless(text, column.field) ? note : column.field;
    const whole = { column, field, text };
    const apart = !exact && field.kind === "name" && text.includes("@");
    for (const cell of apart ? withMailApart(whole) : [whole]) {
      const { field } = cell;
      const who = "who" in field ? field.who : "self";
      if (who !== "self") others.add(who);
      every.push(cell);
      const key = keyOf(field.kind, who);
      const known = byKey.get(key);
      if (known) known.push(cell);
      else byKey.set(key, [cell]);
    }
  }
  const of = (kind: FieldKind, who: Who = "self") => byKey.get(keyOf(kind, who)) ?? none;
  return {
    number,
    of,
    row: (kind) => of(kind),
    first: (kind, who = "self") => of(kind, who)[0]?.text ?? "",
    firstOf: (kind) => of(kind)[0]?.text ?? "",
    every,
    exact,
    others: [...others],
  };
}

function seatIn(cells: readonly string[], columns: readonly Column[]): RowCells["exact"] {
  const column = columns.find(({ field }) => field.kind === "seat");
  const text = (column && cells[column.index])?.toLowerCase();
  return text === seatWords.named || text === seatWords.open ? text : null;
}

// As mail programs copy people: "Jane Doe <jane@example.com>".
function withMailApart(cell: Cell): Cell[] {
  if (cell.field.kind !== "name" || !cell.text.includes("@") || cell.text.length > longest) {
    return [cell];
  }
  const [, name = "", mail = ""] = /^(.*\S)\s*[\s<(\[]\s*([^\s<>()@]+@[^\s<>()@]+)\s*[>)\]]?$/u
    .exec(cell.text) ?? [];
  if (!mail) return [cell];
  const text = name.replace(/^["'“”\s]+|["'“”\s,<(]+$/gu, "");
  return [{ ...cell, text }, { ...cell, field: { kind: "mail", who: cell.field.who }, text: mail }];
}

function keyOf(kind: FieldKind, who: Who): string {
  return who === "self" ? kind : `${kind}|${who}`;
}
