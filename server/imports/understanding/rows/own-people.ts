import type { Who } from "../../../../shared/import-fields.ts";
import { type FoundPeople, nobody } from "../names/found-people.ts";
import { onePerson } from "../names/one-person.ts";
import { isNeverFirstName } from "../names/placeholders.ts";
import { readPeople } from "../names/read-people.ts";
import type { RowCells } from "./cells-of-row.ts";

// A name that needs no reading: letters, and nothing that joins two people.
const plainName = /^[\p{L}\p{M}'’.-]+(?: [\p{L}\p{M}'’.-]+){0,3}$/u;
const joining = new Set(
  ("and und et y e i og och en a ja ve plus with mit con guest guests family familie fam fam. familia " +
    "famille famiglia household clan the of tbd tba unknown kid kids child children mr mr. mrs mrs. " +
    "ms ms. miss herr frau dr dr. sr sr. sra sra. mme m. monsieur madame gast begleitung partner " +
    "spouse invitado invitada acompañante sig sig. total party gezin haushalt rodzina familjen " +
    "familien avec com met w samt sowie drs drs. ehepaar eheleute " +
    "sres sres. señores los die husband wife fiance fiancé fiancee fiancée boyfriend girlfriend date son " +
    "daughter partnerin ehemann ehefrau freund freundin sohn tochter esposo esposa marido novio novia hijo " +
    "hija mari fils fille figlio figlia marito moglie pareja conjoint conjointe compagnon compagne - – —")
    .split(" "),
);

/** Whom the row names as its own: in the columns of first and last name, or in one cell. */
export function ownPeople(cells: RowCells, languages: readonly string[]): FoundPeople {
  const first = cells.first("first-name");
  const last = cells.first("last-name");
  if (!first && !last) return peopleIn(cells.first("name") || cells.firstOf("envelope"), languages);
  if (isNeverFirstName(first)) return peopleIn("Plus One", languages);
  // Both columns repeat the whole name in some files.
  const name = first === last ? first : withMiddle(cells, "self", first, last);
  const found = peopleIn(name, languages);
  const [only] = found.people;
  if (found.people.length !== 1 || !only || found.familyUnsized) return found;
  const title = cells.first("title") || only.title;
  const suffix = cells.first("suffix");
  return {
    ...found,
    people: [{
      ...only,
      name: suffix && !only.name.endsWith(suffix) ? `${only.name} ${suffix}` : only.name,
      family: last && !/[&+,]/.test(last) && plainName.test(last) ? last : only.family,
      title,
    }],
  };
}

/** A name cell, read only as far as it needs reading. */
export function peopleIn(text: string, languages: readonly string[]): FoundPeople {
  if (text === "") return nobody();
  if (text.includes(" ") && isPlain(text)) {
    return { ...nobody(), people: [onePerson(text)] };
  }
  return readPeople(text, languages);
}

export function withMiddle(cells: RowCells, who: Who, first: string, last: string): string {
  const middle = cells.first("middle-name", who);
  const given = middle && !first.includes(" ") ? `${first} ${middle}` : first;
  return [given, last].filter(Boolean).join(" ");
}

function isPlain(text: string): boolean {
  return plainName.test(text) && !text.toLowerCase().split(" ").some((word) => joining.has(word));
}
