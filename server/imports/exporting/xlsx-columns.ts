import type { CellStyle, ColumnDef } from "hucre/xlsx";
import type { FixedColumn, OwnColumn, OwnHeader } from "./headers.ts";
import { neutralCell, plainCell } from "./neutral-cell.ts";

/** A font that says how thick it is has to say which it is, too. */
export const font = { name: "Calibri", size: 11 } as const;
export const headerStyle: CellStyle = { font: { ...font, bold: true } };

/** How wide our columns are, and how their cells behave when somebody types into them. */
export function columnsOf(headers: readonly OwnHeader[]): ColumnDef[] {
  return headers.map(({ header, column }) => ({
    header: literal(header),
    width: widthOf(header, column),
    ...styleOf(column),
  }));
}

/**
 * Text as it is written into a cell. Workbooks write a character by its number as _x0041_: what only looks like that is
 * written so itself. And what looks as if an apostrophe had been put before it gets another.
 */
export function literal(text: string): string {
  const own = plainCell(text) === text ? text : neutralCell(text);
  return own.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
}

function styleOf({ kind }: OwnColumn): Pick<ColumnDef, "style"> {
  // A number that is typed here keeps its zeros and its plus.
  if (kind === "phone") return { style: { numFmt: "@" } };
  // Several allergies, or options, stand on lines of their own.
  const isLong = kind === "allergies" || kind === "answer";
  return isLong ? { style: { alignment: { wrapText: true } } } : {};
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
