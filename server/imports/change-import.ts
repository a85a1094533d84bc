import type { ImportId } from "../../shared/ids.ts";
import type { ImportChanges, ImportCounts, ImportPreview } from "../../shared/imports.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import { eventsOf } from "../sites/events.ts";
import type { SiteHead } from "../sites/sites.ts";
import { makePreview } from "./make-preview.ts";
import { keepMapping } from "./mappings.ts";
import { openImport } from "./open-import.ts";
import { type Choices, chooseMore } from "./planning/choices.ts";
import { untold } from "./progress.ts";
import { readImport } from "./read-import.ts";
import type { FileHead } from "./reading/pack-file.ts";
import type { SealedHead } from "./sealed-import.ts";
import { countryOf } from "./understanding/contact/phone.ts";
import { storePreview } from "./store-preview.ts";

/** Takes in what the couple chose, and makes the preview anew. Problems: `import-not-found`, `import-not-open`. */
export async function changeImport(
  deps: Pick<Deps, "sql" | "keys" | "now">,
  site: SiteHead,
  importId: ImportId,
  changes: ImportChanges,
): Promise<ImportPreview> {
  const { keys, head, file } = await openImport(deps, site, importId);
  await checkEvents(deps, site, changes);
  const choices = chooseEvents(chooseMore(head.choices, checked(changes, file)), changes, head);
  const { decisions = [], fields = [], repairs = [] } = changes;
  const chosen = { ...choices, now: { decisions, fields, repairs } };
  const made = await makePreview(
    deps,
    site,
    { file, fileName: head.fileName, choices: chosen },
    untold,
  );
  const preview = { ...made, head: { ...made.head, choices } };
  checkColumns(choices, preview.head.plan.columns.length);
  checkNamed(preview.head.plan);
  checkHeaderRow(changes, preview.head.plan.counts);
  await storePreview(deps, site, keys, importId, preview);
  const { saveMapping } = changes;
  if (saveMapping) await keepMapping(deps, site, keys, saveMapping, preview.head.plan);
  return await readImport(deps, site, importId, { show: "undecided", page: 0 });
}

function checked(changes: ImportChanges, { sheets }: FileHead): ImportChanges {
  const { sheet, country } = changes;
  if (country !== undefined && !countryOf(country)) {
    throw new Problem("invalid-input", `“${country}” is no country’s code.`);
  }
  if (sheet !== undefined && !sheets.some(({ name }) => name === sheet)) {
    throw new Problem("invalid-input", `The file has no sheet “${sheet}”.`);
  }
  return changes;
}

// An event that the site has not would be passed over without a word.
async function checkEvents(
  { sql }: Pick<Deps, "sql">,
  site: SiteHead,
  { inviteTo = [], events = [], columns = [] }: ImportChanges,
): Promise<void> {
  const named = [
    ...inviteTo,
    ...events.map(({ event }) => event),
    ...columns.map(({ field }) => "event" in field ? field.event : null),
  ].filter((event) => event !== null && event !== "every");
  if (named.length === 0) return;
  const known = new Set<string>((await eventsOf(sql, site.id)).map(({ id }) => id));
  const other = named.find((event) => !known.has(event));
  if (other) throw new Problem("invalid-input", `The site has no event ${other}.`);
}

// What is named and is not there would be passed over without a word.
function checkNamed({ wrong }: SealedHead["plan"]): void {
  if (wrong.length > 0) throw new Problem("invalid-input", wrong[0], { wrong });
}

function checkHeaderRow({ headerRow }: ImportChanges, { rows }: ImportCounts): void {
  if (typeof headerRow === "number" && rows.headers + rows.blank === rows.read) {
    throw new Problem("invalid-input", `There is nobody below row ${headerRow}.`);
  }
}

function checkColumns({ columns }: Choices, count: number): void {
  const beyond = columns.find(({ index }) => index >= count);
  if (beyond) {
    throw new Problem("invalid-input", `The table has no column ${beyond.index}; the first is 0.`);
  }
}

// The event alone was chosen: the column means what it meant, of this event.
function chooseEvents(
  choices: Choices,
  { events = [] }: ImportChanges,
  { plan }: SealedHead,
): Choices {
  const columns = new Map(choices.columns.map((column) => [column.index, column]));
  for (const { index, event } of events) {
    const field = columns.get(index)?.field ??
      plan.columns.find((column) => column.index === index)?.field;
    if (!field || !("event" in field)) {
      throw new Problem("invalid-input", `Column ${index} is about no event.`);
    }
    columns.set(index, { index, field: { ...field, event } });
  }
  return { ...choices, columns: [...columns.values()] };
}
