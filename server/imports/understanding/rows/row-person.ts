import type { Age } from "../../../../shared/events.ts";
import type { Who } from "../../../../shared/import-fields.ts";
import type { Column } from "../../recognising/fields.ts";
import type { FoundPerson } from "../names/found-people.ts";
import type { RowCells } from "./cells-of-row.ts";

/** Somebody of a row, and whether only a hint names them: a spouse may have a row too. */
export interface RowPerson extends FoundPerson {
  hinted: boolean;
  who: Who;
}

export interface RowPeople {
  people: RowPerson[];
  seats: Age[];
  host: string | null;
  /** False: nothing but a placeholder, who comes along with somebody. */
  alone: boolean;
  remarks: string[];
  /** What the row calls the people together, where it does. */
  label: string;
}

/** The text in which the row's own people stand. */
export function nameText(cells: RowCells): string {
  const parts = [cells.first("first-name"), cells.first("last-name")].filter(Boolean).join(" ");
  return parts || cells.first("name") || cells.firstOf("envelope");
}

export function nameColumn(cells: RowCells): Column | undefined {
  const cell = cells.of("first-name", "self")[0] ?? cells.of("last-name", "self")[0] ??
    cells.of("name", "self")[0] ?? cells.row("envelope")[0];
  return cell?.column;
}
