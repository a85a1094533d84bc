import { readAge } from "../ages.ts";
import { foldAnswer } from "../answers/fold-answer.ts";
import type { Cell, RowCells } from "./cells-of-row.ts";
import { relationOf } from "./relations-of-row.ts";

// All cells of these are read, however many there are.
const readAll = new Set([
  ...["mail", "phone", "plus-ones", "children", "relation-label", "ignored"],
  ...["seat", "guest-id", "party-id"],
]);

/** Whether a cell has said nothing yet: a second cell of what there is one of, or a title of several people. */
export function isLeftOver(cell: Cell, cells: RowCells, guests: number): boolean {
  const { field, text } = cell;
  if (readAll.has(field.kind)) return false;
  switch (field.kind) {
    case "relation-name":
      return relationOf(cells, field.number) === undefined;
    case "envelope":
      return cells.firstOf("party") !== "" || isSecond(cell, cells.row("envelope")[0]);
    case "name":
      if (field.who !== "self") break;
      return hasParts(cells)
        ? !isOfParts(text, cells)
        : isSecond(cell, cells.of("name", "self")[0]);
    case "age":
      // A row of one says itself that its age is not known.
      if (field.who === "self" ? guests > 1 : readAge(text) === undefined) return true;
      break;
    case "title":
    case "suffix":
    case "middle-name":
      if (field.who === "self" && guests > 1) return true;
      // A middle name has no place where the first name has two.
      if (field.kind === "middle-name" && cells.first("first-name", field.who).includes(" ")) {
        return true;
      }
  }
  if ("who" in field) {
    const unnamed = field.who !== "self" &&
      !cells.first("name", field.who) && !cells.first("first-name", field.who) &&
      !cells.first("last-name", field.who);
    return unnamed || isSecond(cell, cells.of(field.kind, field.who)[0]) ||
      (field.kind === "name" && cells.first("first-name", field.who) !== "");
  }
  return isSecond(cell, cells.every.find((each) => each.field.kind === field.kind));
}

function isSecond({ column, text }: Cell, first: Cell | undefined): boolean {
  return first !== undefined && first.column !== column && first.text !== text;
}

function hasParts(cells: RowCells): boolean {
  return (cells.first("first-name") || cells.first("last-name")) !== "";
}

// The name in full beside its parts.
function isOfParts(name: string, cells: RowCells): boolean {
  const known = new Set(
    cells.every.filter(({ field }) =>
      field.kind !== "name" && "who" in field && field.who === "self"
    ).flatMap(({ text }) => foldAnswer(text).split(" ")),
  );
  return foldAnswer(name).split(" ").every((word) => known.has(word));
}
