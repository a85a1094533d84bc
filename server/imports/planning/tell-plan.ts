import type { ImportedParty, ImportProblem, RefusedRow } from "../../../shared/imports.ts";
import { sayReason } from "../duplicates/reasons.ts";
import type { ImportParty } from "../understanding/parties.ts";
import { type RowProblem, sentenceOf } from "../understanding/problems.ts";
import type { Decided } from "./decide-matches.ts";
import { keyOf } from "./entry-keys.ts";
import type { List } from "./plan.ts";
import type { ReadTable } from "./read-table.ts";

// Who is on the list just so needs no sentence.
export function isTelling({ reasons, choice, class: sureness }: Decided): boolean {
  return !(sureness === "exact" && choice === "merge" &&
    reasons.every(({ code }) => code === "all-same"));
}

export function matchOf(
  match: Decided,
  nameOf: (key: string) => string,
): ImportedParty["duplicates"][number] {
  const { one, other, class: sureness, score, choice, reasons } = match;
  return {
    ...{ one, other, score, choice, name: nameOf(other), class: sureness },
    reasons: reasons.map((reason) => ({ code: reason.code, sentence: sayReason(reason) })),
  };
}

/** What each entry is called, by its key. */
export function namesOf(found: readonly ImportParty[], list: List) {
  let names: Map<string, string> | undefined;
  const gather = () =>
    new Map<string, string>([
      ...list.parties.flatMap(({ id, name, guests }): [string, string][] => [
        [id, name],
        ...guests.map((guest): [string, string] => [guest.id, guest.name ?? ""]),
      ]),
      ...found.flatMap((party): [string, string][] => [
        [keyOf(party), party.name],
        ...party.guests.map((
          { name },
          at,
        ): [string, string] => [`${keyOf(party)} guest ${at}`, name ?? ""]),
      ]),
    ]);
  return (key: string) => (names ??= gather()).get(key) ?? "";
}

/** Rows that an error stops, with the reasons. */
export function refusedRows({ sheet, understood: { parties, problems } }: ReadTable): RefusedRow[] {
  const taken = new Set(parties.flatMap(({ rows }) => rows));
  const errors = Map.groupBy(
    problems.filter(({ severity }) => severity === "error"),
    ({ row }) => row,
  );
  return sheet.rows.flatMap(({ number, cells }) => {
    const reasons = errors.get(number);
    return reasons && !taken.has(number)
      ? [{ row: number, cells, reasons: reasons.map(sentenceOf) }]
      : [];
  });
}

/** A problem with its sentence. */
export function toldProblem(problem: RowProblem): ImportProblem {
  const { parameters: _, ...told } = problem;
  return { ...told, sentence: sentenceOf(problem) };
}
