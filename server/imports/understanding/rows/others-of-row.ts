import type { Age } from "../../../../shared/events.ts";
import { readAge } from "../ages.ts";
import { isNeverFirstName } from "../names/placeholders.ts";
import { plainMark } from "../nothing.ts";
import type { RowCells } from "./cells-of-row.ts";
import { peopleIn, withMiddle } from "./own-people.ts";
import type { RowPerson } from "./row-person.ts";

/** Adds whom columns of their own name beside the guest: a partner, children, companions. */
export function takeOthers(
  cells: RowCells,
  family: string,
  people: RowPerson[],
  seats: Age[],
  languages: readonly string[],
): void {
  for (const who of cells.others) {
    const child = who.startsWith("child-");
    const first = cells.first("first-name", who) || cells.first("name", who);
    const last = cells.first("last-name", who);
    if (!first && !last) continue;
    const age = readAge(cells.first("age", who)) ?? (child ? "child" : null);
    const mark = last ? undefined : plainMark(first);
    if (mark === false) continue;
    // A tick says that somebody comes, and not who.
    if (mark === true || isNeverFirstName(first)) {
      seats.push(age ?? "adult");
      continue;
    }
    const found = peopleIn(withMiddle(cells, who, first, last || (child ? family : "")), languages);
    const hinted = cells.of("name", who).length > 0;
    for (const person of found.people) {
      const suffix = cells.first("suffix", who);
      const shared = who === "partner" && !last && person.family === "" && family !== "";
      people.push({
        ...person,
        name: [person.name, suffix, ...shared ? [family] : []].filter(Boolean).join(" "),
        family: shared ? family : person.family,
        title: cells.first("title", who) || person.title,
        age: person.age ?? age,
        hinted,
        who,
      });
    }
    for (const seat of found.seats) seats.push(age ?? seat);
  }
}
