import type { Row } from "../reading/table.ts";
import type { Column } from "./fields.ts";
import { foldHeader } from "./fold-header.ts";

const guest = /^(guest|guest s|guests|guest names?|name of guest)$/;

/** Beside a first and a last name, "Guest Name" is who is brought along, unless it says the same name again. */
export function guestBeside(columns: Column[], rows: readonly Row[]): Column[] {
  const self = (kind: "first-name" | "last-name") =>
    columns.find(({ field }) => field.kind === kind && field.who === "self");
  const [first, last] = [self("first-name"), self("last-name")];
  if (!first || !last) return columns;
  return columns.map((column): Column => {
    const { field, header, index } = column;
    if (field.kind !== "name" || field.who !== "self" || !guest.test(foldHeader(header))) {
      return column;
    }
    const said = rows.filter(({ cells }) => cells[index]);
    const same = said.filter(({ cells }) => {
      const words = foldHeader(cells[index] ?? "").split(" ");
      return foldHeader(cells[first.index] ?? "").split(" ").every((word) => words.includes(word));
    });
    if (said.length === 0 || same.length * 2 >= said.length) return column;
    return { ...column, field: { kind: "name", who: "companion-1" }, sure: "likely" };
  });
}
