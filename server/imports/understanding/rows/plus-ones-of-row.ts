import type { Age } from "../../../../shared/events.ts";
import { foldAnswer } from "../answers/fold-answer.ts";
import { readMark } from "../answers/marks.ts";
import { mostSeats, readNumber } from "../names/numbers.ts";
import { readPeople } from "../names/read-people.ts";
import type { Tell } from "../problems.ts";
import type { RowCells } from "./cells-of-row.ts";
import type { RowPerson } from "./row-person.ts";

/** Adds who comes along: a number of seats, yes, or a name. */
export function takePlusOnes(
  cells: RowCells,
  people: RowPerson[],
  seats: Age[],
  languages: readonly string[],
  tell: Tell,
): void {
  // Somebody who comes along has a name in another column: then this one only allows it.
  let named = people.filter(({ hinted }) => hinted).length;
  for (const { text, column } of cells.row("plus-ones")) {
    const number = readNumber(foldAnswer(text).replace(/^(?:\+|plus) ?/, ""));
    const count = number ?? (readMark(text) === undefined ? undefined : Number(readMark(text)));
    if (count !== undefined) {
      for (let seat = named + seats.length; seat < Math.min(count, mostSeats); seat++) {
        seats.push("adult");
      }
      continue;
    }
    const found = readPeople(text, languages);
    if (found.people.length + found.seats.length === 0) {
      tell("count-not-known", { column, value: text });
      continue;
    }
    people.push(...found.people.map((person) => ({
      ...person,
      hinted: true,
      who: "companion-1" as const,
    })));
    seats.push(...found.seats.slice(named));
    named += found.people.length;
  }
}
