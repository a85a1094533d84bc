import { isExample } from "../../exporting/examples.ts";
import type { Row } from "../../reading/table.ts";
import type { Column } from "../../recognising/fields.ts";
import { readAge } from "../ages.ts";
import { mostSeats } from "../names/numbers.ts";
import type { ImportGuest, ImportInvited, ImportWords } from "../parties.ts";
import { keptAsNote } from "../problem-codes.ts";
import type { Tell } from "../problems.ts";
import type { Wedding } from "../wedding.ts";
import { type Cell, cellsOfRow, type RowCells } from "./cells-of-row.ts";
import { isNobodyInvited } from "./count-of-row.ts";
import { contactOfRow, type Reached, type RowContact } from "./contact-of-row.ts";
import type { EventColumns } from "./event-columns.ts";
import { peopleOfRow } from "./people-of-row.ts";
import { nameColumn, nameText, type RowPeople, type RowPerson } from "./row-person.ts";
import { repliesOfRow, type RowReply, withoutInvitations } from "./replies-of-row.ts";
import { type RowWords, wordsOfRow } from "./words-of-row.ts";

/** A row as it was understood. */
export interface ReadRow {
  number: number;
  /** What all rows of its party share; empty: nothing. */
  party: string;
  partyId: string | null;
  /** The names stand as this product wrote them. */
  exact: boolean;
  contactName: string | null;
  /** How the row calls its people together. */
  label: string;
  guests: RowGuest[];
  /** Whose guest it is, where the row names nobody else. */
  host: string | null;
  /** False: a seat beside somebody of another row. */
  alone: boolean;
  contact: RowContact;
  notes: ImportWords[];
}
export interface RowGuest extends ImportGuest {
  /** Only named beside somebody else: may have a row of their own. */
  hinted: boolean;
}

const longestName = 120;
const broken = /^#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|ERROR!)/i;

/** Everything that a row says; null: an error stops it. */
export function readRow(
  row: Row,
  columns: readonly Column[],
  events: EventColumns,
  wedding: Wedding,
  tellAs: Tell,
): ReadRow | null {
  const unusable: ImportWords[] = [];
  const tell: Tell = (code, about) => {
    tellAs(code, about);
    if (!keptAsNote.has(code)) return;
    unusable.push({ row: row.number, label: about.column?.header ?? "", text: about.value ?? "" });
  };
  const cells = cellsOfRow(row, columns);
  if (isExample(cells.firstOf("party"))) {
    tell("example-left-out", { value: cells.firstOf("party") });
    return null;
  }
  for (const { column, field, text } of cells.every) {
    if (field.kind === "note" && column.field.kind !== "note") {
      tell("cell-too-long", { column, value: text, parameters: { length: text.length } });
    }
  }
  const people = peopleOfRow(cells, wedding.languages ?? [], tell);
  const contact = contactOfRow(cells, wedding.country, tell);
  takeUnnamed(cells, people, tell);
  takeGrid(cells, people);
  const heads = { named: people.people.length, seats: people.seats.length };
  const words = wordsOfRow(cells, wedding.events, heads.named + heads.seats, tell);
  const notes = [...words.notes, ...contact.notes];
  const replies = repliesOfRow(cells, events, heads, notes, tell);
  const invited = isNobodyInvited(cells)
    ? withoutInvitations(replies, cells, wedding.events, heads, tell)
    : replies;
  const label = nameColumn(cells)?.header ?? "";
  notes.push(...unusable);
  for (const text of people.remarks) notes.push({ row: row.number, label, text });
  if (isRefused(people, cells, tell)) return null;
  const ids = { guest: cells.firstOf("guest-id") || null, seat: cells.exact };
  const guests = guestsOf(people, invited, row.number, words, contact, ids);
  const first = cells.firstOf("party");
  const named = cells.of("first-name", "self").length + cells.of("name", "self").length > 0;
  const shared = first || (named ? cells.firstOf("envelope") : "");
  const { label: together, host, alone } = people;
  const partyId = cells.firstOf("party-id") || null;
  const exact = cells.exact !== null;
  return {
    ...{ number: row.number, party: shared, partyId, exact, label: together },
    ...{ guests, host, alone, contact, notes, contactName: cells.firstOf("contact-name") || null },
  };
}

function guestsOf(
  { people, seats }: RowPeople,
  replies: readonly RowReply[],
  row: number,
  words: RowWords,
  contact: RowContact,
  ids: { guest: string | null; seat: ImportGuest["seat"] },
): RowGuest[] {
  const heads: (RowPerson | null)[] = [...people, ...seats.map(() => null)];
  return heads.map((person, at): RowGuest => {
    const first = at === 0;
    return {
      id: first ? ids.guest : null,
      row,
      seat: first ? ids.seat : null,
      name: person?.name ?? null,
      title: person?.title ?? null,
      age: person?.age ?? seats[at - people.length] ?? "adult",
      mail: ownOf(contact.mails, person, at),
      phone: ownOf(contact.phones, person, at),
      invited: invitedOf(replies, person !== null, at),
      meals: first ? words.meals : {},
      diets: first ? words.diets : [],
      allergies: first ? words.allergies : null,
      kitchenNote: first ? words.kitchenNote : null,
      answers: first ? words.answers : [],
      hinted: person?.hinted ?? false,
    };
  });
}

function ownOf<By>(
  reached: readonly Reached<By>[],
  person: RowPerson | null,
  at: number,
): By | null {
  if (!person) return null;
  const { who } = person;
  const own =
    reached.find((each) =>
      who === "self" || each.who === "self" ? each.who === "self" && each.nth === at : false
    ) ?? reached.find((each) => who !== "self" && each.who === who);
  return own?.by ?? null;
}

function invitedOf(replies: readonly RowReply[], named: boolean, at: number) {
  const invited: Record<string, ImportInvited> = {};
  for (const reply of replies) {
    // Of a grid that invites two, the third has no seat; somebody named never loses theirs.
    const beyond = reply.most !== null && at >= reply.most && !named;
    invited[reply.event] = beyond ? "not-invited" : named ? reply.named : reply.seats;
  }
  return invited;
}

// A grid's numbers are the sizes of the party, and the largest of them has them all.
function takeGrid(cells: RowCells, { people, seats }: RowPeople): void {
  const counts = cells.every.flatMap(({ field, text }) =>
    field.kind === "seats" && /^\d{1,2}$/.test(text) ? [Number(text)] : []
  );
  const most = Math.min(Math.max(0, ...counts), mostSeats);
  if (people.length === 0) return;
  while (people.length + seats.length < most) seats.push("adult");
}

// A row of a party that names nobody is a seat of it.
function takeUnnamed(cells: RowCells, { people, seats }: RowPeople, tell: Tell): void {
  const [party] = cells.row("party");
  if (!party || people.length + seats.length > 0 || nameText(cells) !== "") return;
  const age = readAge(cells.first("age"));
  seats.push(age ?? "adult");
  if (!age) {
    tell("seat-unnamed", { column: nameColumn(cells), parameters: { party: party.text } });
  }
}

function isRefused({ people, seats }: RowPeople, cells: RowCells, tell: Tell): boolean {
  if (cells.exact) return false;
  const column = nameColumn(cells);
  const value = nameText(cells);
  const wrong = cells.every.find((cell) => isOfName(cell) && broken.test(cell.text));
  if (wrong) {
    tell("cell-broken", { column: wrong.column, value: wrong.text });
    return true;
  }
  if (people.length + seats.length === 0) {
    tell(value ? "not-a-name" : "no-name", { column, value });
    return true;
  }
  const bad = people.find(({ name }) => !isName(name));
  const long = people.find(({ name }) => name.length > longestName);
  if (bad) tell("not-a-name", { column, value: bad.name });
  if (long) {
    tell("name-too-long", {
      column,
      value: long.name,
      parameters: { length: long.name.length, most: longestName },
    });
  }
  return bad !== undefined || long !== undefined;
}

function isOfName({ field }: Cell): boolean {
  return "who" in field && field.kind !== "mail" && field.kind !== "phone" && field.kind !== "age";
}

// At least one letter, and nothing that an address, a link or a formula has.
function isName(name: string): boolean {
  return /\p{L}/u.test(name) && !/@|:\/\/|^www\.|^=|[<>{}]/i.test(name);
}
