import type { Age } from "../../../../shared/events.ts";
import { readAge } from "../ages.ts";
import type { FoundPeople } from "../names/found-people.ts";
import { onePerson } from "../names/one-person.ts";
import type { Tell } from "../problems.ts";
import type { RowCells } from "./cells-of-row.ts";
import { takeChildren } from "./children-of-row.ts";
import { takeCount } from "./count-of-row.ts";
import { takeOthers } from "./others-of-row.ts";
import { ownPeople } from "./own-people.ts";
import { takePlusOnes } from "./plus-ones-of-row.ts";
import { relationsOfRow } from "./relations-of-row.ts";
import { nameColumn, nameText, type RowPeople, type RowPerson } from "./row-person.ts";

/** Everybody whom the row invites: its own people, who comes along, and the seats that stay open. */
export function peopleOfRow(cells: RowCells, languages: readonly string[], tell: Tell): RowPeople {
  if (cells.exact) return exactly(cells, tell);
  const own = ownPeople(cells, languages);
  const column = nameColumn(cells);
  const value = nameText(cells);
  const family = own.people.at(0)?.family ?? "";
  const people: RowPerson[] = own.people.map((person) => ({
    ...person,
    hinted: false,
    who: "self",
  }));
  const seats = [...own.seats];
  withAge(people, seats, cells, tell);
  takeOthers(cells, family, people, seats, languages);
  people.push(...relationsOfRow(cells, family));
  takePlusOnes(cells, people, seats, languages, tell);
  takeChildren(cells, family, people, seats, tell);
  const counted = takeCount(cells, own, people.length, seats, tell);
  if (own.familyUnsized && !counted) {
    // Members may be named in other columns; then the family is not unsized.
    if (people.length === own.people.length) {
      tell("family-size-unknown", { column, value });
      seats.push("adult");
    }
  }
  tellDoubts(own, people, cells, tell);
  const alone = people.length > 0 || own.familyUnsized;
  const together = people.length > 1 || own.familyUnsized;
  const label = cells.firstOf("envelope") || (together ? value : "");
  return { people, seats, host: own.host, alone, remarks: own.remarks, label };
}

function tellDoubts(own: FoundPeople, people: RowPerson[], cells: RowCells, tell: Tell): void {
  const column = nameColumn(cells);
  const value = nameText(cells);
  if (own.childrenUncounted) tell("children-uncounted", { column, value });
  for (const person of people) {
    if (person.firstMissing) {
      tell("first-name-missing", { column, value, parameters: { name: person.name } });
    }
  }
  if (own.orderUnsure) {
    tell("name-order-unsure", { column, value, parameters: { name: own.people[0]?.name ?? "" } });
  }
}

// Our own files have one guest to a row.
function exactly(cells: RowCells, tell: Tell): RowPeople {
  const name = cells.first("name");
  const people: RowPerson[] = name
    ? [{ ...onePerson(name), name, title: null, hinted: false, who: "self" }]
    : [];
  const seats: Age[] = name ? [] : ["adult"];
  withAge(people, seats, cells, tell);
  return { people, seats, host: null, alone: true, remarks: [], label: "" };
}

// One age for a row of one person; a row of several says it of nobody.
function withAge(people: RowPerson[], seats: Age[], cells: RowCells, tell: Tell): void {
  const [cell] = cells.of("age", "self");
  if (!cell || people.length + seats.length > 1) return;
  const age = readAge(cell.text);
  if (!age) return tell("age-not-known", { column: cell.column, value: cell.text });
  const [person] = people;
  if (person) person.age ??= age;
  else if (seats.length === 1) seats[0] = age;
}
