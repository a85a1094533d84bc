import type { ImportedParty, ImportHead, ImportPreview } from "../../../shared/imports.ts";
import { invitedToNothing } from "./invited-to-nothing.ts";
import { type Named, sayMeaning } from "./meanings.ts";
import { type EveryPage, lengthsOf } from "./read-pages.ts";
import { sayNotices } from "./notice-words.ts";
import { drawTable, harmless, type TableOptions, wrapped } from "./terminal.ts";

/** How many of each list are shown without `--all`. */
const first = 12;

const headings = {
  added: "Added to the list",
  changed: "Changed on the list",
  merged: "Twice in the file, added once",
  left: "Already on the list, nothing changes",
  undecided: "Perhaps on the list already, or twice in the file: you decide",
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
    wrap = true,
  ) => {
    const shown = all ? items : items.slice(0, first);
    const more = lengths[kind] - shown.length;
    return drawTable(shown.flatMap(row), { ...how, wrap }) +
      (more > 0 ? `\n  … and ${more} more (--all)` : "");
  };
  const parties = (["undecided", "added", "changed", "merged", "left"] as const).flatMap((kind) => {
    const items = pages.parties[kind];
    // What stays as it is needs no more than its number.
    if (items.length === 0 || (kind === "left" && !all)) return [];
    return [`${headings[kind]}\n${list(kind, items, partyRows, kind !== "added")}`];
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
    `Please look at these\n${list("problems", warnings, problemRow)}${hints(head, warnings, how)}`,
  ];
  return [
    describeFile(head, how),
    `Columns\n${columnTable(head, named, how)}`,
    ...parties,
    ...refused,
    ...known,
    ...invitedToNothing(head, named).map((text) => wrapped(harmless(text), columns).join("\n")),
    countTable(head, how),
  ].join("\n\n");
}

function describeFile(head: ImportHead, { columns }: TableOptions): string {
  const { fileName, source, how, sheets, sheet, headerRow, mapping } = head;
  const { format, encoding, encodingSure, delimiter } = how;
  const parts = [
    source === "list" ? "a list" : source.replaceAll("-", " "),
    format,
    encoding && (encodingSure === false ? `${encoding} (a guess)` : encoding),
    delimiter && `cells between ${delimiter === "\t" ? "tabs" : `“${delimiter}”`}`,
    sheets.length > 1 && `sheet “${sheet}” of ${sheets.map(({ name }) => name).join(", ")}`,
    headerRow === null ? "no headers" : `headers in row ${headerRow}`,
    mapping && `columns as in “${mapping}”`,
  ].filter(Boolean);
  const title = wrapped(harmless(`${fileName ?? "The list"}: ${parts.join(", ")}`), columns);
  const seen = sayNotices(head).flatMap((sentence) => wrapped(harmless(sentence), columns - 2));
  return [...title, ...seen.map((line) => `  ${line}`)].join("\n");
}

function columnTable({ columns }: ImportHead, named: Named, how: TableOptions): string {
  const filled = columns.filter(({ samples }) => samples.length > 0);
  const empty = columns.filter(({ header, samples }) => header && samples.length === 0).length;
  const rows = filled.map(({ index, header, field, sure, samples }) => [
    `#${index + 1}`,
    header || "–",
    sayMeaning(field, named) + (sure === "guess" && field.kind !== "unknown" ? " ?" : ""),
    samples.join(" · "),
  ]);
  const guess = rows.some(([, , meaning]) => meaning?.endsWith("?"));
  const notes = [
    ...empty > 0 ? [`… and ${counted(empty, "empty column")}`] : [],
    ...guess ? ["? is a guess, or an event that you have to name: --map COLUMN=MEANING"] : [],
    ...filled.some(({ field }) => field.kind === "unknown")
      ? ["unknown: kept word for word in the party's note"]
      : [],
  ];
  return [drawTable(rows, how), ...notes.map((note) => `  ${note}`)].join("\n");
}

function partyRows({ name, guests, rows, changes, duplicates }: ImportedParty): string[][] {
  const people = guests.map(({ name }) => name ?? "(open seat)").join(", ");
  return [
    [name, rowsOf(rows), people],
    ...changes.map(({ field, list, file, take }) => [
      "",
      `${field}:`,
      take === null
        ? `${list ?? "–"} or ${file}: neither counts until somebody chooses`
        : take === "file"
        ? `${list ?? "–"} → ${file}`
        : `${list ?? "–"} stays (the file has ${file})`,
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
  const said = value && !sentence.includes(value) ? ` (${value})` : "";
  const proposed = repair === undefined ? "" : ` Proposed: ${repair}`;
  return [[`row ${row}`, column?.header ?? "", `${sentence}${said}${proposed}`]];
}

/** What to say at the next start, so that fewer of these are left. */
function hints(
  { columns, country }: ImportHead,
  warnings: ImportPreview["problems"],
  how: TableOptions,
): string {
  const has = (...codes: string[]) => warnings.some(({ code }) => codes.includes(code));
  const open = columns.find(({ field }) => "event" in field && field.event === null);
  const said = [
    ...has("phone-not-valid", "phone-country-guessed")
      ? [`Telephone numbers were read as those of ${nameOf(country)}; another: --country CODE`]
      : [],
    ...open && has("event-not-chosen")
      ? [`Which event a column is about: --map "${open.header}=${open.field.kind}:EVENT"`]
      : [],
    ...warnings.some(({ repair }) => repair !== undefined)
      ? ["Everything that is proposed: --all-repairs"]
      : [],
  ];
  return said.flatMap((text) => wrapped(harmless(text), how.columns - 2))
    .map((line) => `\n  ${line}`).join("");
}

function nameOf(country: string): string {
  return `${new Intl.DisplayNames("en", { type: "region" }).of(country) ?? country} (${country})`;
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
  const ofThem = guests.openSeats > 0
    ? ` (${guests.openSeats} of them ${guests.openSeats === 1 ? "an open seat" : "open seats"})`
    : "";
  const changed = guests.changed > 0 ? `, ${counted(guests.changed, "changed guest")}` : "";
  return `${table}\n  ${counted(guests.added, "new guest")}${ofThem}${changed}, ${
    counted(replies, "reply", "replies")
  }`;
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
