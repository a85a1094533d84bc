import type { Property } from "./parse-card.ts";

/** A card's cells by the header that they stand under. */
export type CardCells = Map<string, string>;

/** Headers that every list of cards has; `E-mail`, `Phone` and the others with numbers come as many as there are. */
export const nameHeaders = [
  ...["First Name", "Middle Name", "Last Name", "Prefix", "Suffix", "Full Name", "Nickname"],
  ...["Organization", "Title"],
];
export const addressHeaders = ["Street", "City", "Region", "Postal Code", "Country"];
export const lastHeaders = ["Birthday", "Note", "Categories"];

export function cardCells(properties: readonly Property[], groups: readonly string[]): CardCells {
  const all = (name: string) => {
    const found = properties.filter((property) => property.name === name);
    return [...found.filter((one) => one.preferred), ...found.filter((one) => !one.preferred)];
  };
  const text = (name: string) => all(name).map(({ parts }) => parts.join(", ")).filter(Boolean);
  const cells: CardCells = new Map();
  const [last, first, middle, prefix, suffix] = all("N")[0]?.parts ?? [];
  const [whole] = text("FN");
  // A company's card is called as the company, and has nobody's name.
  const isCompany = !first && !last && whole !== undefined && all("ORG")[0]?.parts[0] === whole;
  put(cells, nameHeaders, [
    first,
    middle,
    last,
    prefix,
    suffix,
    isCompany ? undefined : whole,
    text("NICKNAME")[0],
  ]);
  put(cells, ["Organization", "Title"], [text("ORG")[0], text("TITLE")[0]]);
  number(cells, "E-mail", text("EMAIL").map((mail) => mail.replace(/^mailto:/i, "")));
  number(cells, "Phone", text("TEL").map((phone) => phone.replace(/^tel:([^;]*).*$/i, "$1")));
  putAddresses(cells, all("ADR"));
  putRelated(cells, properties);
  const categories = [...all("CATEGORIES").flatMap(({ parts }) => parts), ...groups];
  put(cells, lastHeaders, [text("BDAY")[0], text("NOTE").join("\n"), categories.join(", ")]);
  return cells;
}

function put(cells: CardCells, headers: readonly string[], values: (string | undefined)[]): void {
  headers.forEach((header, index) => {
    const value = values[index];
    if (value) cells.set(header, value);
  });
}

function number(cells: CardCells, header: string, values: string[]): void {
  values.forEach((value, index) => cells.set(`${header} ${index + 1}`, value));
}

function putAddresses(cells: CardCells, addresses: Property[]): void {
  const home = addresses.find(({ types }) => types.includes("home")) ?? addresses[0];
  const [box, extended, street, ...rest] = home?.parts ?? [];
  const lines = [street, extended, box].filter(Boolean).join("\n");
  put(cells, addressHeaders, [lines, ...rest]);
  const others = addresses.filter((address) => address !== home);
  number(cells, "Other Address", others.map(({ parts }) => parts.filter(Boolean).join(", ")));
}

function putRelated(cells: CardCells, properties: readonly Property[]): void {
  for (const { name, group, types, parts } of properties) {
    const kind = relation(name, types, labelOf(properties, group));
    const value = parts.join(", ");
    // Only people with a name: version 4 may point at another card by its number.
    if (!kind || value === "" || /^urn:/i.test(value)) continue;
    let header = `Related ${kind}`;
    for (let count = 2; cells.has(header); count += 1) header = `Related ${kind} ${count}`;
    cells.set(header, value);
  }
}

function relation(name: string, types: string[], label: string): string | undefined {
  if (/SPOUSE/.test(name)) return "Spouse";
  if (/^X-(MS-)?CHILD$/.test(name)) return "Child";
  if (name !== "RELATED" && name !== "X-ABRELATEDNAMES") return undefined;
  const said = label || types.find((type) => !/^(pref|internet|home|work|other)$/.test(type)) ||
    "Other";
  return said.charAt(0).toUpperCase() + said.slice(1).toLowerCase();
}

// Apple writes its own labels as _$!<Spouse>!$_, and those of people as they are.
function labelOf(properties: readonly Property[], group: string): string {
  if (group === "") return "";
  const label = properties.find((one) => one.group === group && one.name === "X-ABLABEL");
  return label?.parts[0]?.replace(/^_\$!<(.*)>!\$_$/, "$1").trim().slice(0, 40) ?? "";
}
