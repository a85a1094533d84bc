import type { ImportDecision } from "../../../shared/imports.ts";
import type { Sheet } from "../reading/table.ts";
import { type ChosenNow, pairKey } from "./choices.ts";
import type { KnownEntries } from "./chosen-pairs.ts";

const most = 20;

export interface Known {
  entryOf: KnownEntries;
  /** All decisions, those from before too. */
  decisions: readonly ImportDecision[];
  sheet: Sheet;
  columns: number;
  /** `party 2 phone`: where two values differ. */
  fields: ReadonlySet<string>;
}

/** What was chosen of things that are not there, or cannot be: each in a sentence. */
export function wrongChoices(
  { decisions = [], fields = [], repairs = [] }: ChosenNow,
  known: Known,
): string[] {
  const rows = new Set(repairs.length > 0 ? known.sheet.rows.map(({ number }) => number) : []);
  const made = new Map(
    known.decisions.map(({ one, other, choice }) => [pairKey(one, other), choice]),
  );
  const wrong = [
    ...decisions.map((decision) => wrongDecision(decision, known.entryOf, made)),
    ...fields.map(({ party, field }) => {
      if (!known.entryOf(party)) return missing(party);
      return known.fields.has(`${party} ${field}`)
        ? undefined
        : `Of ${party} there are no two values of “${field}” to choose between.`;
    }),
    ...repairs.map(({ row, column }) => {
      if (!rows.has(row)) return `The table has no row ${row}.`;
      return column < known.columns
        ? undefined
        : `The table has no column ${column}; the first is 0.`;
    }),
  ];
  return [...new Set(wrong.filter((sentence) => sentence !== undefined))].slice(0, most);
}

function wrongDecision(
  { one, other, choice }: NonNullable<ChosenNow["decisions"]>[number],
  entryOf: KnownEntries,
  made: ReadonlyMap<string, ImportDecision["choice"]>,
): string | undefined {
  const [first, second] = [entryOf(one), entryOf(other)];
  if (!first || !second) return missing(first ? other : one);
  if (one === other) return `${one} is one entry, not two.`;
  if (first.isGuest !== second.isGuest) {
    return `${one} and ${other} are a party and a guest: choose for two parties, or for two guests.`;
  }
  if (first.isListed && second.isListed) {
    return `${one} and ${other} are both on the list: an import changes nothing between them.`;
  }
  if (choice !== "merge") return undefined;
  if (first.listedAs && second.listedAs && first.listedAs !== second.listedAs) {
    return `${one} and ${other} are two on the list, as the file's own ids say: they cannot become one.`;
  }
  const apart = first.isGuest && first.party !== second.party &&
    [undefined, "merge"].every((each) => each !== made.get(pairKey(first.party, second.party)));
  return apart
    ? `${one} and ${other} cannot be one while ${first.party} and ${second.party} are kept apart.`
    : undefined;
}

function missing(key: string): string {
  return `This preview has no ${key}.`;
}
