import type { Row } from "../../reading/table.ts";
import type { Column } from "../../recognising/fields.ts";
import { foldHeader } from "../../recognising/fold-header.ts";
import { foldAnswer } from "../answers/fold-answer.ts";

export type KindOfRow = "blank" | "header" | "total" | "people";

const total =
  /^(?:grand |sub ?)?(?:total|totals|totale|gesamt|insgesamt|summe|gesamtsumme|zwischensumme|suma|somme|sum|count|anzahl gesamt|totaal|ukupno|razem|celkem|итого|合計|总计|합계)(?: (?:guests|invited|gaste|invitados|personen|people|count|general|attending|number of guests|of guests|adults|children))?(?: \d+)?$/;
const section =
  /\b(?:side|guests of the (?:bride|groom)|friends|family of the (?:bride|groom)|brides?|grooms?|bride s|groom s|colleagues|coworkers|work|seite|freunde|kollegen|arbeit|brautseite|lado|amigos|novia|novio|table|tisch|mesa)\b/;

// Nobody is called so, whatever stands in other columns of other rows.
const group =
  /^(?:vips?|[ab][ -]?list|must invites?|must haves?|adults|erwachsene|adultos|adultes|adulti|volwassenen|wedding party|bridal party|neighbou?rs|nachbarn|vecinos|relatives|verwandte|verwandtschaft|parientes|out of town(?: guests)?)$/i;
const counted =
  /^(?:adults?|grown ups|kids|children|infants|babies|guests|people|vips?|named|families|couples|singles|erwachsene|kinder|gäste|personen|adultos|niños|invitados|personas|adultes|enfants|adulti|bambini)$/i;

const numberedTable = /^(?:table|tisch|mesa|tavolo|tafel)\s*(?:no\.?|nr\.?|#)?\s*\d{1,3}$/iu;

export interface TableRows {
  headerRow: number | null;
  columns: readonly Column[];
}

/** Whether a row is about people; titles above the headers and repeated headers are not. */
export function kindOfRow({ number, cells }: Row, table: TableRows): KindOfRow {
  const filled = cells.filter((cell) => cell !== "");
  if (filled.length === 0) return "blank";
  if (table.headerRow !== null && number <= table.headerRow) return "header";
  if (isRepeated(cells, filled, table)) return "header";
  if (isTotal(filled)) return "total";
  return filled.length === 1 && isSection(filled[0] ?? "", table) ? "header" : "people";
}

function isRepeated(
  cells: readonly string[],
  filled: readonly string[],
  table: TableRows,
): boolean {
  if (table.headerRow === null || filled.length < 2) return false;
  const same =
    table.columns.filter(({ index, header }) => header !== "" && header === cells[index]).length;
  return same * 2 > filled.length;
}

// "Total", and beside it nothing but numbers; or numbers alone, one below each count.
function isTotal(filled: readonly string[]): boolean {
  const words: string[] = [];
  for (const cell of filled) {
    if (/^[\d.,:%$€£\s/-]+$/.test(cell)) continue;
    // Most rows say more than a total would, and their first cells tell.
    if (words.push(cell) > 2) return false;
  }
  if (words.length === 0) {
    return filled.every((cell) => /^\d{1,5}$/.test(cell)) && filled.length > 0;
  }
  if (words.every((word) => total.test(foldAnswer(word)))) return true;
  // "Adults, 3": a count of those who stand above or below.
  return words.length < filled.length && words.length === 1 &&
    filled.length === 2 && counted.test(words[0] ?? "") && filled[0] === words[0];
}

// A row of one cell that names a side of the family, in a table of several columns.
function isSection(cell: string, { columns, headerRow }: TableRows): boolean {
  if (group.test(cell)) return true;
  if (headerRow === null || columns.length < 2) return false;
  if (numberedTable.test(cell)) return true;
  return section.test(foldHeader(cell)) && !/[@\d]/.test(cell);
}
