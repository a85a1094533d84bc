import type { Age } from "../../../../shared/events.ts";
import { readAge } from "../ages.ts";
import { foldAnswer } from "../answers/fold-answer.ts";
import { readMark } from "../answers/marks.ts";
import { readNumber } from "../names/numbers.ts";
import { readPeople } from "../names/read-people.ts";
import type { Tell } from "../problems.ts";
import type { RowCells } from "./cells-of-row.ts";
import type { RowPerson } from "./row-person.ts";

/** Adds the children that one cell names or counts. */
export function takeChildren(
  cells: RowCells,
  family: string,
  people: RowPerson[],
  seats: Age[],
  tell: Tell,
): void {
  const named = people.filter(({ age }) => age === "child" || age === "infant").length;
  for (const { text, column } of cells.row("children")) {
    const number = readNumber(foldAnswer(text));
    if (number !== undefined) {
      for (let seat = named; seat < number; seat++) seats.push("child");
    } else if (readMark(text) === true) {
      tell("children-uncounted", { column, value: text });
      seats.push("child");
    } else if (readMark(text) === undefined) {
      for (const piece of text.split(/\s*(?:[,;&+\n\/]|\sand\s|\sund\s|\sy\s|\set\s)\s*/iu)) {
        const child = childIn(piece, family);
        if (typeof child === "string") seats.push(child);
        else if (child) people.push(child);
      }
    }
  }
}

const withYears = /^(.*?)\s*[(\[]?\s*(\d{1,2}(?:\s*(?:y|yrs?|years?|mo|months?))?)\s*[)\]]?$/iu;

// "Nia (6)", "Nia, 6": in a column of children a number is an age.
function childIn(piece: string, family: string): RowPerson | Age | undefined {
  const years = piece.length > 80 ? null : withYears.exec(piece);
  const name = (years?.[1] || (years ? "" : piece)).trim();
  if (name === "") return undefined;
  const [person, seat] = [readPeople(name).people[0], readPeople(name).seats[0]];
  if (!person) return seat === "infant" ? seat : seat && "child";
  const full = person.family === "" && family ? `${person.name} ${family}` : person.name;
  const age = person.age ?? readAge(years?.[2] ?? "") ?? "child";
  return {
    ...person,
    name: full,
    family: person.family || family,
    age,
    hinted: true,
    who: "child-1",
  };
}
