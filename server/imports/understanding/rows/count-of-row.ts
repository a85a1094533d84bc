import type { Age } from "../../../../shared/events.ts";
import { foldAnswer } from "../answers/fold-answer.ts";
import type { FoundPeople } from "../names/found-people.ts";
import { mostSeats, readNumber } from "../names/numbers.ts";
import type { Tell } from "../problems.ts";
import type { RowCells } from "./cells-of-row.ts";
import { nameColumn, nameText } from "./row-person.ts";

/** Adds a seat for everybody who is invited and not named; false: the row does not say how many there are. */
export function takeCount(
  cells: RowCells,
  own: FoundPeople,
  named: number,
  seats: Age[],
  tell: Tell,
): boolean {
  const [cell] = cells.row("invited-count");
  const inParty = /[(\[]\s*(\d{1,2})[^)\]]*[)\]]\s*$/.exec(cells.firstOf("party"))?.[1];
  const total = readCount(cell?.text ?? "") ?? own.total ?? (inParty ? Number(inParty) : undefined);
  if (cell && readCount(cell.text) === undefined && !/^[-–—]+$/.test(cell.text)) {
    tell("count-not-known", { column: cell.column, value: cell.text });
  }
  if (total === undefined) return false;
  if (isNobodyInvited(cells)) return false;
  const before = named + seats.length;
  for (let seat = before; seat < Math.min(total, mostSeats); seat++) {
    seats.push(seat >= total - own.children ? "child" : "adult");
  }
  if (total < before) {
    tell("count-too-small", {
      column: cell?.column ?? nameColumn(cells),
      value: cell?.text ?? nameText(cells),
      parameters: { count: total, named: before },
    });
  }
  return total > 0;
}

/** Whether the row says of its own number that it invites nobody. */
export function isNobodyInvited(cells: RowCells): boolean {
  return readCount(cells.firstOf("invited-count")) === 0;
}

function readCount(text: string): number | undefined {
  if (/^[-–−]/.test(text.trim())) return undefined;
  const number = /^\+?(\d{1,2})(?:[.,]0+)?(?:\s*\p{L}+)?$/u.exec(text.trim())?.[1];
  return number === undefined ? readNumber(foldAnswer(text)) : Number(number);
}
