import type { Age } from "../../../../shared/events.ts";
import { takeBrackets } from "./brackets.ts";
import { withLastNameBehind, withoutCommas } from "./commas.ts";
import { familyIn } from "./families.ts";
import { type FoundPeople, type FoundPerson, nobody } from "./found-people.ts";
import { isFirstOnly, isGiven, isTitleAlone, onePerson } from "./one-person.ts";
import { extraSeats, readPlaceholder } from "./placeholders.ts";
import { nameOfRelation, withoutGuestNames } from "./relations.ts";
import { takeRole } from "./roles.ts";
import { trailingSize } from "./sizes.ts";
import { type Part, splitParts } from "./split-parts.ts";
import { namesNobody } from "../nothing.ts";
import { type Named, withTitles } from "./with-titles.ts";

/** Everybody whom a name cell names, and the seats it keeps for others. */
export function readPeople(cell: string, languages: readonly string[] = []): FoundPeople {
  const found = nobody();
  // A novel is nobody's name; whoever called refuses it for its length.
  if (cell.length > 400) return { ...found, people: [{ ...onePerson(""), name: cell }] };
  const text = plainly(cell.replace(/[ \t\u00a0]+/gu, " ").trim());
  // An address of mail or web names nobody.
  if (/@|:\/\/|^www\./i.test(text)) return found;
  const outer = takeBrackets(text, true);
  found.remarks.push(...outer.remarks);
  const sized = trailingSize(outer.rest);
  const size = outer.size ?? sized?.size;
  if (size) [found.total, found.children] = [size.total, size.children];
  const rest = sized && !outer.size ? sized.rest : outer.rest;
  if (outer.members !== null) return withMembers(found, rest, outer.members, languages);
  const colon = /^(.+?(?:family|familie|familia|famille|household))\s*:\s*(\S.*)$/iu.exec(rest);
  if (colon) return withMembers(found, colon[1] ?? "", colon[2] ?? "", languages);
  // "+1 (TBD)" is one seat, said twice.
  const twice = outer.along !== null && /^& /.test(outer.along) && seatAtEnd.test(rest);
  readRest([rest, twice ? null : outer.along].filter(Boolean).join(" "), found, languages);
  return found;
}

const seatAtEnd = /(?:\+ ?(?:1|one|guest)|\b(?:guest|plus[- ]one|begleitung|acompañante))$/iu;

// "N/A" is no slash between two people, and "& Guest" joins nobody who stands in this cell.
function plainly(text: string): string {
  const whole = text.replace(/(?<![\p{L}\p{N}])n\/a(?![\p{L}\p{N}])/giu, "–")
    .replace(/^(?:and|und|&|et) (?=\S)/iu, "");
  return withoutCoupleWord(whole);
}

// "Ehepaar Braun" is two people of one name, "Ehepaar Anna und Ben Braun" has both.
function withoutCoupleWord(text: string): string {
  for (const [word, titles] of coupleWords) {
    const names = word.exec(text)?.groups?.names;
    if (names === undefined) continue;
    return splitParts(names, []).length > 1 ? names : `${titles} ${names}`;
  }
  return text;
}

const coupleWords: [RegExp, string][] = [
  [/^(?:the )?drs\.? (?<names>\S.*)$/iu, "Dr. and Dr."],
  [/^(?:das )?(?:ehepaar|eheleute) (?<names>\S.*)$/iu, "Herr und Frau"],
  [/^(?:los )?(?:sres\.?|señores) (?<names>\S.*)$/iu, "Sr. y Sra."],
];

function readRest(text: string, found: FoundPeople, languages: readonly string[]): void {
  const whole = readPlaceholder(text);
  if (whole) return takeSeats(whole, found);
  const family = familyIn(text);
  if (family !== undefined && splitParts(text, languages).length === 1) {
    return readFamily(family, found);
  }
  if (family !== undefined && isGiven(family.split(/[\s,]/u)[0])) {
    readParts(family, found, languages);
    found.familyUnsized = true;
    return;
  }
  if (family !== undefined && /^(?:the|familie|familia|famille|family)\s/iu.test(text)) {
    found.familyUnsized = true;
    return;
  }
  readParts(text, found, languages);
}

function readParts(text: string, found: FoundPeople, languages: readonly string[]): void {
  const whole = splitParts(withLastNameBehind(text, languages), languages).map((part) => {
    const role = takeRole(part.text);
    if (role) found.remarks.push(role.said);
    return role ? { ...part, text: role.name } : part;
  });
  const { parts, orderUnsure } = withoutCommas(withoutGuestNames(whole, found.remarks));
  found.orderUnsure = orderUnsure;
  const named: Named[] = [];
  for (const part of parts) readPart(part, found, named);
  found.people.push(...withFamilies(withTitles(named)));
}

function readPart(part: Part, found: FoundPeople, named: Named[]): void {
  if (namesNobody(part.text)) return;
  const seats = part.plus ? extraSeats(part.text) : undefined;
  if (seats !== undefined) return addSeats(found, seats, "adult");
  const placeholder = readPlaceholder(part.text);
  if (placeholder) return takeSeats(placeholder, found);
  const { rest, age, remarks } = takeBrackets(part.text, false);
  found.remarks.push(...remarks);
  if (rest === "") return;
  const related = nameOfRelation(rest);
  if (related) {
    found.remarks.push(rest);
    named.push({ ...onePerson(related), age });
    return;
  }
  named.push(isTitleAlone(rest) ? rest : { ...onePerson(rest), age });
}

// "A and B Last" share the last name; so do "A, B & C Last". What comes after it has its own, or none.
function withFamilies(people: FoundPerson[]): FoundPerson[] {
  return people.map((person, at) => {
    if (person.firstMissing || !isFirstOnly(person.name)) return person;
    const family = people.slice(at + 1).find((later) => later.family !== "")?.family;
    return family ? { ...person, family, name: `${person.name} ${family}` } : person;
  });
}

// "The John Last Family" names John; "The Last Family" nobody.
function readFamily(inner: string, found: FoundPeople): void {
  found.familyUnsized = true;
  const words = inner.split(/\s+/u);
  if (words.length > 1 && isGiven(words[0])) found.people.push(onePerson(inner));
}

function withMembers(
  found: FoundPeople,
  label: string,
  members: string,
  languages: readonly string[],
): FoundPeople {
  const family = familyIn(label) ?? label;
  readParts(members, found, languages);
  found.people = found.people.map((person) =>
    person.family === "" && !isGiven(family.split(/\s/u)[0])
      ? { ...person, family, name: `${person.name} ${family}` }
      : person
  );
  return found;
}

function takeSeats(
  placeholder: NonNullable<ReturnType<typeof readPlaceholder>>,
  found: FoundPeople,
): void {
  if (placeholder.kind === "family") found.familyUnsized = true;
  else if (placeholder.kind === "host") {
    addSeats(found, 1, "adult");
    found.host = placeholder.host;
  } else {
    found.seats.push(...placeholder.seats);
    found.childrenUncounted ||= placeholder.uncounted ?? false;
  }
}

function addSeats(found: FoundPeople, count: number, age: Age): void {
  for (let each = 0; each < count; each++) found.seats.push(age);
}
