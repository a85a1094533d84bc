import type { Row } from "../reading/table.ts";
import { eventInHeader } from "./event-headers.ts";
import type { KnownWedding } from "./field-of-header.ts";
import { fieldOfCompanion } from "./people-headers.ts";
import { foldHeader } from "./fold-header.ts";
import { knownHeaders } from "./words/all-words.ts";

const looked = 40;
// A question may be long; what is longer is no header.
const longest = 300;

type Events = KnownWedding["events"];

/** The first row that reads like headers: titles and empty rows may stand above it. */
export function findHeaderRow(rows: readonly Row[], events: Events): Row | undefined {
  let best: Row | undefined;
  let most = 0;
  for (const [at, row] of rows.slice(0, looked).entries()) {
    // A lone cell further down that says "Guest" or "Plus One" is a seat.
    const score = at === 0 || row.cells.filter(Boolean).length > 1 ? scoreOf(row.cells, events) : 0;
    if (score > most) [best, most] = [row, score];
  }
  return best ?? headersByName(rows);
}

// Headers of which only the one of the names is known; nobody below is called so.
function headersByName(rows: readonly Row[]): Row | undefined {
  const first = rows.find(({ cells }) => cells.filter(Boolean).length > 1);
  const at = first?.cells.findIndex((cell) => {
    const kind = knownHeaders.get(foldHeader(cell))?.kind;
    return kind === "name" || kind === "first-name" || kind === "last-name" || kind === "envelope";
  }) ?? -1;
  if (!first || at < 0 || first.cells.some((cell) => cell.length > longest || isDatum(cell))) {
    return undefined;
  }
  const again = rows.some((row) => row !== first && row.cells[at] === first.cells[at]);
  return again ? undefined : first;
}

// Half of its cells are headers that are known, and no cell is a datum.
function scoreOf(cells: readonly string[], events: Events): number {
  const filled = cells.filter(Boolean);
  if (filled.some((cell) => cell.length > longest)) return 0;
  const known = filled.filter((cell) => isKnown(cell, events)).length;
  if (filled.length === 0 || known === 0 || filled.some(isDatum)) return 0;
  return known * 2 >= filled.length || known >= 3 ? known : 0;
}

function isKnown(cell: string, events: Events): boolean {
  return knownHeaders.has(foldHeader(cell)) || fieldOfCompanion(cell) !== undefined ||
    eventInHeader(cell, events) !== undefined;
}

function isDatum(cell: string): boolean {
  return /^\S+@\S+\.\S+$/.test(cell) || /^[+(]?\d[\d\s().\/-]{6,}$/.test(cell) ||
    /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/.test(cell);
}
