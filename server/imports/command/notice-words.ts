import type { ImportHead } from "../../../shared/imports.ts";
import type { NoticeCode } from "../reading/table.ts";

type Notice = ImportHead["notices"][number];

const words: Record<NoticeCode, (where: string, all: readonly Notice[]) => string> = {
  "named-otherwise": (_, [notice]) =>
    `Its name says another kind of file; it was read as what it is: ${notice?.value}.`,
  "letters-lost": (where) =>
    `Some letters cannot be read (�): ${where}. Save the list as UTF-8 or as a workbook.`,
  "letters-garbled": (where) =>
    `Some letters look garbled, as in JosÃ©: ${where}. The list was once saved in a wrong encoding.`,
  "unseen-removed": (where) => `Characters that nobody sees were taken out: ${where}.`,
  "number-rounded": (where) =>
    `The spreadsheet has rounded long numbers, and their last digits are lost: ${where}.`,
  "quotes-broken": (where) =>
    `A quotation mark has no partner, and the line was read as it stands: ${where}.`,
  "merged-repeated": (_, all) =>
    `What is merged over several rows was read in each of them: ${
      some(all.map(({ value }) => value ?? ""))
    }.`,
  "formula-without-value": (where) =>
    `The results of some formulas are not in the file: ${where}. Open it, save it, and try again.`,
  "formula-error": (where) => `Some formulas end in an error and were read as empty: ${where}.`,
  "sheet-hidden": (_, all) =>
    `Hidden, but can be chosen with --sheet: ${some(all.map(({ sheet }) => `“${sheet ?? ""}”`))}.`,
  "rows-hidden": (_, [notice]) =>
    `Hidden rows are read like the others: ${notice?.value}, from row ${notice?.row} on.`,
  "columns-hidden": (_, [notice]) =>
    `Hidden columns are read like the others: ${notice?.value}, from #${notice?.column} on.`,
  "macros-ignored": () => "The workbook has macros; nothing looked at them.",
  "line-left-out": (where) => `Lines of cards that make no sense were left out: ${where}.`,
  "card-cut-off": (where) => `The file ends in the middle of a card: ${where}.`,
  "group-left-out": (_, all) =>
    `Groups are no guests; their members are tagged with the name: ${
      some(all.map(({ value }) => `“${value ?? ""}”`))
    }.`,
  "and-more": (_, all) => `There is more of this: ${some(all.map(({ value }) => value ?? ""))}.`,
};

/** What was seen while the file was read, a sentence for each kind, about the sheet that counts. */
export function sayNotices({ notices, sheet }: ImportHead): string[] {
  const about = notices.filter((notice) =>
    !notice.sheet || notice.sheet === sheet || notice.code === "sheet-hidden"
  );
  return [...Map.groupBy(about, ({ code }) => code)].map(([code, all]) =>
    isKnown(code) ? words[code](some(all.map(placeOf)), all) : `${code.replaceAll("-", " ")}.`
  );
}

function isKnown(code: string): code is NoticeCode {
  return Object.hasOwn(words, code);
}

function placeOf({ row, column }: Notice): string {
  return column === undefined ? `row ${row}` : `row ${row}, column #${column}`;
}

function some(all: readonly string[]): string {
  const shown = all.slice(0, 3);
  const more = all.length - shown.length;
  return `${shown.join("; ")}${more > 0 ? ` and ${more} more` : ""}`;
}
