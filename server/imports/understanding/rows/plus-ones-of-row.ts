import type { Age } from "../../../../shared/events.ts";
import { foldAnswer } from "../answers/fold-answer.ts";
import { readMark } from "../answers/marks.ts";
import { isReplyWord } from "../answers/reply-words.ts";
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
    const found = readCell(withoutYes(text), languages, (one, other) => {
      tell("read-as-two", { column, value: text, parameters: { one, other } });
    });
    if (found.seats.length === 0 && (found.people.length === 0 || isReplyWord(foldAnswer(text)))) {
      tell("count-not-known", { column, value: text });
      continue;
    }
    if (found.orderUnsure) {
      const name = found.people[0]?.name ?? "";
      tell("name-order-unsure", { column, value: text, parameters: { name } });
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

// "Tom, Jerry" come along both: of one person the last name would stand first.
function readCell(
  text: string,
  languages: readonly string[],
  tellTwo: (one: string, other: string) => void,
) {
  const found = readPeople(text, languages);
  if (!found.orderUnsure) return found;
  const apart = readPeople(text.replace(/\s*[,，،]\s*/u, " & "), languages);
  const [one, other, ...more] = apart.people;
  if (!one || !other || more.length > 0) return found;
  tellTwo(one.name, other.name);
  return apart;
}

// "Yes - Tom Roe", "Y (Kim Po)"
function withoutYes(text: string): string {
  return /^(?:yes|y|ja|sí|oui)\s*(?:\s[-–—]\s*|[:,(]\s*)(\S.*?)\)?$/iu.exec(text)?.[1] ?? text;
}
