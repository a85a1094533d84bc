import ICAL from "ical.js";
import type { CardLine, CardSource } from "./card-lines.ts";

/** A line of a card with its value taken apart: `parts` of N are last, first, middle, prefix, suffix. */
export interface Property {
  group: string;
  name: string;
  types: string[];
  preferred: boolean;
  parts: string[];
}

// Texts of which the library does not know that they are.
const texts = new Set(["X-ABLABEL", "X-ABRELATEDNAMES", "RELATED", "KIND", "MEMBER", "UID"]);
const wanted =
  /^(N|FN|NICKNAME|ORG|TITLE|EMAIL|TEL|ADR|NOTE|CATEGORIES|BDAY|RELATED|KIND|MEMBER|UID)$/;
const alsoWanted =
  /^X-(ABLABEL|ABRELATEDNAMES|ADDRESSBOOKSERVER-(KIND|MEMBER)|(MS-|EVOLUTION-)?(SPOUSE|CHILD)|KADDRESSBOOK-X-SPOUSESNAME)$/;

/** The lines of a card that tell of guests; those that cannot be understood go to `leftOut`. */
export function parseCard(card: CardSource, leftOut: (line: string) => void): Property[] {
  card.notUnderstood.forEach(leftOut);
  const version = card.version === "4.0" ? "4.0" : "3.0";
  const lines = card.lines.filter(({ name }) => wanted.test(name) || alsoWanted.test(name));
  return lines.flatMap((line) => {
    const values = valuesOf(line, version);
    if (!values) leftOut(`${line.name}:${line.value}`);
    const types = parametersOf(line, "TYPE");
    const preferred = types.includes("pref") || parametersOf(line, "PREF")[0] === "1";
    const { group, name } = line;
    return values ? [{ group, name, types, preferred, parts: values }] : [];
  });
}

function parametersOf({ parameters }: CardLine, wanted: string): string[] {
  return parameters
    .filter(([name]) => name === wanted)
    .flatMap(([, value]) => value.split(",").map((one) => one.trim().toLowerCase()));
}

function valuesOf({ name, value }: CardLine, version: string): string[] | undefined {
  // Dates and addresses (`tel:`) are taken as they are written: people write anything.
  const type = texts.has(name) || name.startsWith("X-") || /^(BDAY|TEL)$/.test(name)
    ? ";VALUE=TEXT"
    : "";
  const source = `BEGIN:VCARD\nVERSION:${version}\n${name}${type}:${value}\nEND:VCARD`;
  try {
    const parsed: unknown = ICAL.parse(source);
    return flat(propertyIn(parsed));
  } catch (error) {
    if (error instanceof Error && error.name === "ParserError") return undefined;
    throw error;
  }
}

// jCard (RFC 7095): ["vcard", [["version", …], [name, parameters, type, value, …]], []]
function propertyIn(parsed: unknown): unknown[] {
  const [, properties] = Array.isArray(parsed) ? parsed : [];
  const found: unknown = Array.isArray(properties) ? properties[1] : undefined;
  return Array.isArray(found) ? found.slice(3) : [];
}

function flat(values: unknown[]): string[] {
  const [first] = values;
  const parts: unknown[] = values.length === 1 && Array.isArray(first) ? first : values;
  return parts.map((part) => Array.isArray(part) ? part.map(String).join(" ") : String(part));
}
