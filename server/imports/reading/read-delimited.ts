import type { Rows } from "./collect-rows.ts";
import { decodeText } from "./decode-text.ts";
import { delimiters, findDelimiter, type Found } from "./find-delimiter.ts";
import type { Notices } from "./notices.ts";
import { readCsv } from "./read-csv.ts";
import { unknownType } from "./refused.ts";
import type { Delimiter, FileHint, HowRead } from "./table.ts";

// Excel's own first line, which it does not count as a row.
const sepLine = /^"?sep=(.)"?[^\S\r\n]*(?:\r\n|\n|\r|$)/i;
// A cell in quotes, as programs write it and nobody by hand.
const quoted = /(?:^|[,\r\n])"(?:[^"]|"")*"(?=[,\r\n]|$)/;
const looked = 64 * 1024;
const bullet = /^\s*(?:[-–—*•·▪◦]|\d{1,4}[.)])\s+/u;

/** Reads text: a table whose cells something divides, or a name a line. */
export function readDelimited(
  bytes: Uint8Array,
  hint: FileHint,
  rows: Rows,
  notices: Notices,
): HowRead {
  const { text: whole, encoding, sure } = decodeText(bytes);
  refuseBinary(whole);
  const [line = "", said] = sepLine.exec(whole) ?? [];
  const text = whole.slice(line.length);
  const promised = delimiters.find((delimiter) => delimiter === said);
  const found = findDelimiter(text);
  const delimiter = promised ?? chosen(text, found, promisesTable(hint) || Boolean(said));
  const sheet = rows.sheet("");
  const how = { encoding, encodingSure: sure };
  if (!delimiter && !promisesTable(hint)) {
    readLines(text, sheet.add);
    return { format: "text", ...how };
  }
  readCsv(text, delimiter ?? ",", sheet, notices);
  return { format: "csv", ...how, ...delimiter ? { delimiter } : {} };
}

function readLines(text: string, add: (number: number, cells: string[]) => void): void {
  text.split(/\r\n|\n|\r/).forEach((line, index) => add(index + 1, [line.replace(bullet, "")]));
}

function chosen(text: string, found: Found | undefined, table: boolean): Delimiter | undefined {
  if (!found || table) return found?.delimiter;
  const { delimiter, columns, share } = found;
  // A pasted list: "Smith, Anna" a line is one column of names.
  if (share < 0.8) return undefined;
  const isList = delimiter === "," && columns === 2 && !hasContacts(text) &&
    !quoted.test(text.slice(0, looked));
  return isList ? undefined : delimiter;
}

/** Whether what comes after the comma is mostly an address or a number. */
function hasContacts(text: string): boolean {
  const lines = text.split(/[\r\n]+/, 300).filter((line) => line.trim() !== "");
  const contacts = lines.filter((line) =>
    /[@\d]/.test(line.slice(line.indexOf(",")).slice(0, 500))
  );
  return contacts.length >= lines.length / 2;
}

function promisesTable({ name = "", type = "" }: FileHint): boolean {
  return /\.(csv|tsv|tab|xls[xm]?|ods)$/i.test(name) ||
    /csv|comma-separated|tab-separated/i.test(type);
}

function refuseBinary(text: string): void {
  const start = text.slice(0, 8192);
  const odd = start.match(/(?!\s)[\p{Cc}\u{fffd}]/gu)?.length ?? 0;
  if (odd > 8 && odd > start.length / 50) {
    throw unknownType("This is not a guest list: it is neither a workbook nor text.");
  }
}
