import type { Sheet } from "../reading/table.ts";
import type { Column, Recognised } from "../recognising/fields.ts";
import { gatherHouseholds, type Household } from "./households.ts";
import type { ImportParty, RowCounts } from "./parties.ts";
import { otherAddress, partyOfHousehold } from "./party-of-household.ts";
import { createTell, type RowProblem } from "./problems.ts";
import { readReply } from "./answers/read-reply.ts";
import { type EventColumns, eventColumns } from "./rows/event-columns.ts";
import { kindOfRow } from "./rows/kind-of-row.ts";
import { type ReadRow, readRow } from "./rows/read-row.ts";
import type { Wedding } from "./wedding.ts";

export interface Understood {
  parties: ImportParty[];
  problems: RowProblem[];
  rows: RowCounts;
}

// As many as a party may have.
const mostGuests = 60;

/** The parties of a sheet, and everything that is wrong with its rows. `step` is called at each row. */
export function understand(
  sheet: Sheet,
  { headerRow, columns }: Pick<Recognised, "headerRow" | "columns">,
  wedding: Wedding,
  step: () => void = () => {},
): Understood {
  const problems: RowProblem[] = [];
  const rows: RowCounts = {
    ...{ read: sheet.rows.length, inParties: 0, refused: 0 },
    ...{ blank: 0, headers: 0, totals: 0 },
  };
  const table = { headerRow, columns };
  const events = eventColumns(columns, wedding.events);
  tellUnchosen(events.unchosen, sheet.name, headerRow, problems);
  tellEmpty(sheet, table, events, problems);
  const read: ReadRow[] = [];
  for (const row of sheet.rows) {
    step();
    const kind = kindOfRow(row, table);
    if (kind === "blank") rows.blank++;
    else if (kind === "header") rows.headers++;
    else if (kind === "total") rows.totals++;
    else {
      const tell = createTell(sheet.name, row.number, problems);
      const understood = readRow(row, columns, events, wedding, tell);
      if (understood) read.push(understood);
      else rows.refused++;
    }
  }
  const parties = partiesOf(read, sheet.name, problems, rows);
  problems.sort((one, other) => one.row - other.row);
  return { parties, problems, rows };
}

function partiesOf(
  read: readonly ReadRow[],
  sheet: string,
  problems: RowProblem[],
  rows: RowCounts,
): ImportParty[] {
  const { households, hostless } = gatherHouseholds(read);
  for (const row of hostless) {
    const value = row.host ?? row.label;
    createTell(sheet, row.number, problems)("host-not-found", { value });
    rows.refused++;
  }
  return households.flatMap((household) => {
    const party = partyOfHousehold(household);
    if (isRefused(household, party, sheet, problems)) {
      rows.refused += household.length;
      return [];
    }
    rows.inParties += household.length;
    const other = otherAddress(household);
    if (other) {
      createTell(sheet, other.row, problems)("addresses-differ", {
        value: other.address,
        parameters: { party: party.name },
      });
    }
    return [party];
  });
}

function isRefused(
  household: Household,
  party: ImportParty,
  sheet: string,
  problems: RowProblem[],
): boolean {
  const count = party.guests.length;
  if (count <= mostGuests) return false;
  for (const { number } of household) {
    createTell(sheet, number, problems)("too-many-in-party", {
      parameters: { party: party.name, count, most: mostGuests },
    });
  }
  return true;
}

// Beside cells that say "no reply yet" an empty one may mean that somebody is not invited.
function tellEmpty(
  sheet: Sheet,
  table: Pick<Recognised, "headerRow" | "columns">,
  { events }: EventColumns,
  problems: RowProblem[],
): void {
  // Our own files say "not invited" where they mean it.
  if (table.columns.some(({ field }) => field.kind === "seat")) return;
  const asked = new Set(events.flatMap(({ id, invited }) => invited ? [] : [id]));
  for (const column of table.columns) {
    const { field } = column;
    if (field.kind !== "reply" || field.blank !== "nothing" || !asked.has(`${field.event}`)) {
      continue;
    }
    const cells = sheet.rows.filter((row) => kindOfRow(row, table) === "people")
      .map((row) => row.cells[column.index] ?? "");
    const count = cells.filter((cell) => cell === "").length;
    if (count === 0 || !cells.some((cell) => cell && readReply(cell).said === "pending")) continue;
    createTell(sheet.name, table.headerRow ?? 1, problems)("reply-empty", {
      column,
      value: column.header,
      parameters: { count },
    });
  }
}

// Once for a column, at its header.
function tellUnchosen(
  columns: readonly Column[],
  sheet: string,
  headerRow: number | null,
  problems: RowProblem[],
): void {
  for (const column of columns) {
    if (column.samples.length === 0) continue;
    createTell(sheet, headerRow ?? 1, problems)("event-not-chosen", {
      column,
      value: column.header,
    });
  }
}
