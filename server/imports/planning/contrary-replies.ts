import { isAnswer } from "../duplicates/merge-replies.ts";
import type { Decision } from "../duplicates/merged.ts";
import { createTell, type RowProblem } from "../understanding/problems.ts";
import type { Folding } from "./fold-party.ts";

/** Of a yes and a no in one file neither is known to be the last word: no reply yet, unless somebody has chosen. */
export function leaveContrary(folding: Folding, undecided: readonly Decision[]): void {
  for (const { field } of undecided) {
    const [, guest, event] = /^(.+)\.reply\.(\w+)$/.exec(field) ?? [];
    if (!guest || !event || isAnswer(folding.listed.get(guest)?.[event])) continue;
    folding.contrary.set(guest, (folding.contrary.get(guest) ?? new Set()).add(event));
  }
  if (folding.contrary.size === 0) return;
  folding.party = {
    ...folding.party,
    guests: folding.party.guests.map((guest) => {
      const events = [...folding.contrary.get(`${guest.id}`) ?? []];
      const pending = events.map((event) => [event, "pending" as const]);
      return { ...guest, invited: { ...guest.invited, ...Object.fromEntries(pending) } };
    }),
  };
}

/** Whether it is a reply of which the file says yes and no, and neither counts. */
export function isContrary({ contrary }: Folding, field: string): boolean {
  const [, guest = "", event = ""] = /^(.+)\.reply\.(\w+)$/.exec(field) ?? [];
  return contrary.get(guest)?.has(event) ?? false;
}

export interface Contrary {
  row: number;
  name: string;
}

/** Of whom a folded party's rows say yes and no. */
export function contraryIn({ contrary, from }: Folding): Contrary[] {
  return [...contrary.keys()].flatMap((guest) => {
    const rows = from.get(guest) ?? [];
    const [row = 0] = rows.map(({ row }) => row).toSorted((one, other) => other - one);
    return [{ row, name: rows.find(({ name }) => name)?.name ?? "" }];
  });
}

export function tellContrary(
  contrary: readonly Contrary[],
  sheet: string,
  problems: RowProblem[],
): void {
  for (const { row, name } of contrary) {
    createTell(sheet, row, problems)("rows-differ", { value: name });
  }
  if (contrary.length > 0) problems.sort((one, other) => one.row - other.row);
}
