import { sheetData, xlsxOf } from "../../server/testing/workbook-of.ts";

const firsts = "Ana Rui Tom Eva Max Lea Jon Mia Ben Zoe Ida Kai Noa Pia Udo Ute Jim Amy Joe Sue"
  .split(" ");
const syllables = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu".split(" ");
const headers = [
  ...["First Name", "Last Name", "Party", "Email", "Phone", "Street Address 1", "City"],
  ...["Ceremony - RSVP", "Dinner - RSVP", "My Notes"],
];
const answers = ["Attending", "No Response", "Regret"];

/** A surname for every number, as different from each other as surnames are. */
function surname(at: number): string {
  let [word, rest] = ["", at * 7919 % 3_200_000];
  for (let count = 0; count < 5; count += 1) {
    word += syllables[rest % 20];
    rest = Math.floor(rest / 20) + at % 7;
  }
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A guest list as couples have it: parties of one to four, mail and phone where the first of a party gave them. */
export function rowsOfGuests(count: number, from = 0): string[][] {
  const rows: string[][] = [];
  for (let party = from; rows.length < count; party += 1) {
    const last = surname(party);
    const size = 1 + party % 4;
    for (let guest = 0; guest < size && rows.length < count; guest += 1) {
      const first = firsts[(party * 3 + guest * 7) % firsts.length] ?? "";
      const reach = guest === 0
        ? [`${first.toLowerCase()}.${last.toLowerCase()}${party}@example.com`, phone(party)]
        : ["", ""];
      rows.push([
        ...[first, last, `${last} ${party}`, ...reach, `${party} Mill Street`, "Lisbon"],
        ...[answers[party % 3] ?? "", answers[(party + guest) % 3] ?? ""],
        party % 9 === 0 ? "Old friends; sit them near the band" : "",
      ]);
    }
  }
  return rows;
}

function phone(party: number): string {
  return `+351 91${party % 10} ${String(100_000 + party).slice(-6, -3)} ${
    String(100_000 + party).slice(-3)
  }`;
}

export function csvOf(rows: readonly string[][]): Uint8Array<ArrayBuffer> {
  const lines = [headers, ...rows].map((cells) => cells.join(","));
  return new TextEncoder().encode(lines.join("\r\n"));
}

export function workbookOf(rows: readonly string[][]): Uint8Array<ArrayBuffer> {
  return xlsxOf({ sheets: { Guests: sheetData([headers, ...rows]) } });
}
