import type { ImportedParty, ImportHead, ImportPreview } from "../../../shared/imports.ts";
import { type Named, sayMeaning } from "./meanings.ts";
import { type EveryPage, lengthsOf } from "./read-pages.ts";
import { drawTable, harmless, type TableOptions } from "./terminal.ts";

/** How many of each list are shown without `--all`. */
const first = 12;

const headings = {
  added: "Added to the list",
  changed: "Changed on the list",
  merged: "The same as somebody else in the file",
  left: "Already on the list just so",
  undecided: "May be on the list, or twice in the file",
  refused: "Refused",
} as const;

/** What was understood of the file, and what would happen, to be read by people. */
export function showPreview(
  head: ImportHead,
  pages: EveryPage,
  named: Named,
  { columns, all }: { columns: number; all: boolean },
): string {
  const how = { columns };
  const lengths = lengthsOf(head);
  const list = <Item>(
    kind: keyof typeof lengths,
    items: readonly Item[],
    row: (item: Item) => string[][],
  ) => {
    const shown = all ? items : items.slice(0, first);
    const more = lengths[kind] - shown.length;
    return drawTable(shown.flatMap(row), how) + (more > 0 ? `\n  … and ${more} more (--all)` : "");
  };
  const parties = (["undecided", "added", "changed", "merged", "left"] as const).flatMap((kind) => {
    const items = pages.parties[kind];
    // What stays as it is needs no more than its number.
    if (items.length === 0 || (kind === "left" && !all)) return [];
    return [`${headings[kind]}\n${list(kind, items, partyRows)}`];
  });
  const refused = pages.refused.length === 0 ? [] : [
    `${headings.refused}\n${
      list("refused", pages.refused, ({ row, cells, reasons }) => [
        [`row ${row}`, cells.filter(Boolean).slice(0, 3).join(", "), reasons.join(" ")],
      ])
    }`,
  ];
  const warnings = pages.problems.filter(({ severity }) => severity === "warning");
  const known = warnings.length === 0 ? [] : [
    `To be known\n${list("problems", warnings, problemRow)}`,
  ];
  return [
    describeFile(head),
    `Columns\n${columnTable(head, named, how)}`,
    ...parties,
    ...refused,
    ...known,
    countTable(head, how),
  ].join("\n\n");
}

function describeFile({ fileName, source, how, sheets, sheet, headerRow, ...head }: ImportHead) {
  const { format, encoding, encodingSure, delimiter } = how;
  const parts = [
    source === "list" ? "a list" : source.replaceAll("-", " "),
    format,
    encoding && (encodingSure === false ? `${encoding} (a guess)` : encoding),
    delimiter && `cells between ${delimiter === "\t" ? "tabs" : `“${delimiter}”`}`,
    sheets.length > 1 && `sheet “${sheet}” of ${sheets.map(({ name }) => name).join(", ")}`,
    headerRow === null ? "no headers" : `headers in row ${headerRow}`,
    head.mapping && `columns as in “${head.mapping}”`,
  ].filter(Boolean);
  const notices = Map.groupBy(head.notices, ({ code }) => code);
  const seen = [...notices].map(([code, all]) =>
    `  ${code.replaceAll("-", " ")}${all.length > 1 ? ` (${all.length} times)` : ""}`
  );
  return [harmless(`${fileName ?? "The list"}: ${parts.join(", ")}`), ...seen].join("\n");
}

function columnTable({ columns }: ImportHead, named: Named, how: TableOptions): string {
  const rows = columns.map(({ index, header, field, sure, samples }) => [
    `#${index + 1}`,
    header || "–",
    sayMeaning(field, named) + (sure === "guess" ? " ?" : ""),
    samples.join(" · "),
  ]);
  return drawTable(rows, how);
}

function partyRows({ name, guests, rows, changes, duplicates }: ImportedParty): string[][] {
  const people = guests.map(({ name }) => name ?? "(open seat)").join(", ");
  return [
    [name, rowsOf(rows), people],
    ...changes.map(({ field, list, file, take }) => [
      "",
      `${field}:`,
      take === "file" ? `${list ?? "–"} → ${file}` : `${list ?? "–"} stays (the file has ${file})`,
    ]),
    ...duplicates.filter(({ choice }) => choice === null).map(({ name, reasons }) => [
      "",
      "perhaps",
      `${name}: ${reasons.map(({ sentence }) => sentence).join(" ")}`,
    ]),
  ];
}

function rowsOf(rows: readonly number[]): string {
  const [from, to] = [rows[0] ?? 0, rows.at(-1) ?? 0];
  if (rows.length < 2) return `row ${from}`;
  return to - from === rows.length - 1 ? `rows ${from}–${to}` : `rows ${rows.join(", ")}`;
}

function problemRow(
  { row, column, value, sentence, repair }: ImportPreview["problems"][number],
): string[][] {
  const proposed = repair === undefined ? "" : ` Proposed: ${repair}`;
  return [[
    `row ${row}`,
    column?.header ?? "",
    `${sentence}${value ? ` (${value})` : ""}${proposed}`,
  ]];
}

function countTable({ counts }: ImportHead, how: TableOptions): string {
  const { rows, parties, guests, replies } = counts;
  const kinds = (["added", "changed", "merged", "left", "undecided"] as const).filter((kind) =>
    rows[kind] > 0 || parties[kind] > 0
  ).map((kind) => [kind, `${parties[kind]}`, `${rows[kind]}`]);
  const others = (["refused", "blank", "headers", "totals"] as const).filter((kind) =>
    rows[kind] > 0
  ).map((kind) => [kind, "–", `${rows[kind]}`]);
  const table = drawTable(
    [["", "parties", "rows"], ...kinds, ...others, ["read", "", `${rows.read}`]],
    how,
  );
  return `${table}\n  ${counted(guests.added, "new guest")}, ${
    counted(guests.openSeats, "open seat")
  }, ${counted(guests.changed, "changed guest")}, ${counted(replies, "reply", "replies")}`;
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
