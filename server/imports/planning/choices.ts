import type { EventId } from "../../../shared/ids.ts";
import type { ImportField } from "../../../shared/import-fields.ts";
import type { ImportChanges, ImportChoice } from "../../../shared/imports.ts";
import type { ImportDecision, ImportFieldChoice } from "../../../shared/imports.ts";
import type { Repair } from "../understanding/repair-cells.ts";

/** Everything about a file that the couple decided. */
export interface Choices {
  sheet: string | null;
  /** Absent: the row that was recognised. */
  headerRow?: number | null;
  columns: { index: number; field: ImportField }[];
  country: string;
  /** null: to the only event, if there is but one. */
  inviteTo: EventId[] | null;
  repairs: Repair[];
  allRepairs: boolean;
  decisions: ImportDecision[];
  undecided: ImportChoice | null;
  fields: ImportFieldChoice[];
  /** The saved mapping that was used. */
  mapping: string | null;
  /** What of it was chosen just now. It is looked at, and not kept. */
  now?: ChosenNow;
}

export type ChosenNow = Pick<ImportChanges, "decisions" | "fields" | "repairs">;

export function firstChoices(country: string): Choices {
  return {
    sheet: null,
    columns: [],
    country,
    inviteTo: null,
    repairs: [],
    allRepairs: false,
    decisions: [],
    undecided: null,
    fields: [],
    mapping: null,
  };
}

/** The choices with what was chosen now. Another sheet, or other headers, is another table: what was chosen of the first says nothing of it. */
export function chooseMore(before: Choices, changes: ImportChanges): Choices {
  const { sheet, headerRow, columns = [], repairs = [], decisions = [], fields = [] } = changes;
  const isOther = (sheet !== undefined && sheet !== before.sheet) ||
    (headerRow !== undefined && headerRow !== before.headerRow);
  const old = isOther ? { ...before, columns: [], repairs: [], decisions: [], fields: [] } : before;
  if (sheet !== undefined && sheet !== before.sheet) delete old.headerRow;
  return {
    ...old,
    ...sheet === undefined ? {} : { sheet },
    ...headerRow === undefined ? {} : { headerRow },
    ...changes.country === undefined ? {} : { country: changes.country },
    ...changes.inviteTo === undefined ? {} : { inviteTo: changes.inviteTo },
    ...changes.allRepairs === undefined ? {} : { allRepairs: changes.allRepairs },
    ...changes.undecided === undefined ? {} : { undecided: changes.undecided },
    columns: put(old.columns, columns, ({ index }) => `${index}`),
    repairs: put(old.repairs, repairs, ({ row, column }) => `${row} ${column}`)
      .flatMap(({ value, ...place }) => value === null ? [] : [{ ...place, value }]),
    decisions: put(old.decisions, decisions, ({ one, other }) => pairKey(one, other))
      .flatMap(({ choice, ...pair }) => choice === null ? [] : [{ ...pair, choice }]),
    fields: put(old.fields, fields, ({ party, field }) => `${party} ${field}`),
  };
}

/** The same, whichever of the two stands first. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one}|${other}` : `${other}|${one}`;
}

function put<Old, New>(
  before: readonly Old[],
  now: readonly New[],
  keyOf: (item: Old | New) => string,
): (Old | New)[] {
  const all = new Map<string, Old | New>(before.map((item) => [keyOf(item), item]));
  for (const item of now) all.set(keyOf(item), item);
  return [...all.values()];
}
