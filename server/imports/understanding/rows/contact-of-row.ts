import { addressLine, longestAddress } from "../contact/address.ts";
import { readMails } from "../contact/mail.ts";
import { readPhones } from "../contact/phone.ts";
import type { Who } from "../../../../shared/import-fields.ts";
import type { ImportPhone, ImportWords } from "../parties.ts";
import type { Tell } from "../problems.ts";
import type { Cell, RowCells } from "./cells-of-row.ts";

export interface RowContact {
  mails: Reached<string>[];
  phones: Reached<ImportPhone>[];
  address: string | null;
  notes: ImportWords[];
}

/** Whose it is; of two in one cell the second is the second person's. */
export interface Reached<By> {
  by: By;
  who: Who;
  nth: number;
}

/** How somebody of this row is reached; what cannot be used is kept as a note. */
export function contactOfRow(cells: RowCells, country: string, tell: Tell): RowContact {
  const contact: RowContact = { mails: [], phones: [], address: null, notes: [] };
  for (const cell of cells.every) {
    if (cell.field.kind === "mail") takeMails(cell, cells.number, contact, tell);
    if (cell.field.kind === "phone") takePhones(cell, cells, country, contact, tell);
  }
  contact.address = takeAddress(cells, country, contact, tell);
  return contact;
}

function takeMails(cell: Cell, row: number, contact: RowContact, tell: Tell): void {
  const { text, column } = cell;
  for (const [nth, read] of readMails(text).entries()) {
    const value = read.valid ? read.mail : read.value;
    const repair = read.repair === undefined ? undefined : text.replace(value, read.repair);
    if (!read.valid) {
      contact.notes.push({ row, label: column.header, text: value });
      tell("mail-not-valid", { column, value, repair });
      continue;
    }
    if (repair !== undefined) tell("mail-mistyped", { column, value, repair });
    const known = contact.mails.some(({ by }) => by.toLowerCase() === read.mail.toLowerCase());
    if (!known) contact.mails.push({ by: read.mail, who: whoOf(cell), nth });
  }
}

function takePhones(
  cell: Cell,
  cells: RowCells,
  country: string,
  contact: RowContact,
  tell: Tell,
): void {
  const { text, column } = cell;
  for (const [nth, read] of readPhones(text, country).entries()) {
    if (!read.valid && !read.rounded && cells.exact) {
      // On the list it may be a number that only the couple can dial.
      const by = { number: read.value, original: read.value };
      contact.phones.push({ by, who: "self", nth });
    } else if (read.valid) {
      const { number, original } = read.phone;
      if (read.guessed) {
        tell("phone-country-guessed", { column, value: original, parameters: { number } });
      }
      const known = contact.phones.some(({ by }) => by.number === number);
      if (!known) contact.phones.push({ by: read.phone, who: whoOf(cell), nth });
    } else {
      // Of a list of ours the number is known, and its rounded form tells nobody anything.
      if (!cells.exact) {
        contact.notes.push({ row: cells.number, label: column.header, text: read.value });
      }
      tell(read.rounded ? "phone-rounded" : "phone-not-valid", {
        column,
        value: read.value,
        parameters: { country },
      });
    }
  }
}

function whoOf({ field }: Cell): Who {
  return "who" in field ? field.who : "self";
}

function takeAddress(
  cells: RowCells,
  country: string,
  contact: RowContact,
  tell: Tell,
): string | null {
  const line = addressLine({
    address: cells.firstOf("address"),
    street: cells.firstOf("street"),
    "street-2": cells.firstOf("street-2"),
    "po-box": cells.firstOf("po-box"),
    city: cells.firstOf("city"),
    region: cells.firstOf("region"),
    "postal-code": cells.firstOf("postal-code"),
    country: cells.firstOf("country"),
  }, country);
  const [land] = cells.row("country");
  if (line === null && land) {
    contact.notes.push({ row: cells.number, label: land.column.header, text: land.text });
  }
  if (line === null || line.length <= longestAddress) return line;
  const column = (cells.row("address")[0] ?? cells.row("street")[0])?.column;
  contact.notes.push({ row: cells.number, label: column?.header ?? "Address", text: line });
  tell("address-too-long", { column, value: line, parameters: { length: line.length } });
  return null;
}
