import type { Rows } from "../collect-rows.ts";
import { decodeText } from "../decode-text.ts";
import type { Notices } from "../notices.ts";
import type { HowRead } from "../table.ts";
import {
  addressHeaders,
  type CardCells,
  cardCells,
  lastHeaders,
  nameHeaders,
} from "./card-cells.ts";
import { splitCards } from "./card-lines.ts";
import { parseCard, type Property } from "./parse-card.ts";

/** Reads a file of cards as a table: the first row has the headers, each other one a card, in their order. */
export function readVcards(bytes: Uint8Array, rows: Rows, notices: Notices): HowRead {
  const { text, encoding, sure } = decodeText(bytes);
  const sheet = rows.sheet("");
  const cards = splitCards(text.replace(/^\u{feff}/u, "")).map((card, index) => {
    const row = index + 2;
    const leftOut = (value: string) => notices.add({ code: "line-left-out", row, value });
    if (!card.ended) notices.add({ code: "card-cut-off", row });
    return { row, properties: parseCard(card, leftOut) };
  });
  const groups = cards.filter(({ properties }) => isGroup(properties));
  const groupsOf = createGroups(groups.map(({ properties }) => properties));
  for (const { row, properties } of groups) {
    notices.add({ code: "group-left-out", row, value: valueOf(properties, /^(FN|N)$/) });
  }
  const people = cards.filter((card) => !groups.includes(card));
  const filled = people.map(({ row, properties }) => ({
    row,
    cells: cardCells(properties, groupsOf(valueOf(properties, /^UID$/))),
  }));
  if (filled.length === 0) return { format: "vcard", encoding, encodingSure: sure };
  const headers = headersOf(filled.map(({ cells }) => cells));
  sheet.add(1, headers);
  for (const { row, cells } of filled) {
    sheet.add(
      row,
      headers.map((header) => cells.get(header) ?? ""),
    );
  }
  return { format: "vcard", encoding, encodingSure: sure };
}

function headersOf(cards: CardCells[]): string[] {
  const found = new Set(cards.flatMap((cells) => [...cells.keys()]));
  const like = (start: string) =>
    [...found].filter((header) => header.startsWith(start)).sort(byNumber);
  const mails = new Set(["E-mail 1", ...like("E-mail ")]);
  const phones = new Set(["Phone 1", ...like("Phone ")]);
  const others = [...like("Other Address "), ...like("Related ")];
  return [...nameHeaders, ...mails, ...phones, ...addressHeaders, ...others, ...lastHeaders];
}

function byNumber(one: string, other: string): number {
  return one.localeCompare(other, "en", { numeric: true });
}

function isGroup(properties: Property[]): boolean {
  return /^group$/i.test(valueOf(properties, /^(KIND|X-ADDRESSBOOKSERVER-KIND)$/));
}

function valueOf(properties: Property[], name: RegExp): string {
  return properties.find((property) => name.test(property.name))?.parts.join(" ").trim() ?? "";
}

/** The names of the groups that a card's number is in. */
function createGroups(groups: Property[][]): (uid: string) => string[] {
  const members = new Map<string, string[]>();
  for (const properties of groups) {
    const name = valueOf(properties, /^(FN|N)$/);
    for (const { name: kind, parts } of properties) {
      if (!/MEMBER$/.test(kind)) continue;
      const uid = withoutUrn(parts.join(""));
      members.set(uid, [...members.get(uid) ?? [], name]);
    }
  }
  return (uid) => members.get(withoutUrn(uid)) ?? [];
}

function withoutUrn(uid: string): string {
  return uid.replace(/^urn:uuid:/i, "");
}
