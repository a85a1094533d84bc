import type { ImportParty } from "../understanding/parties.ts";
import { createTell, type RowProblem } from "../understanding/problems.ts";
import { keyOf } from "./entry-keys.ts";
import type { List } from "./plan.ts";

interface Elsewhere {
  row: number;
  name: string;
  /** What their party is called on the list. */
  party: string;
}

/** Guests, by their keys, whom one of our own files has in another party than the list. */
export function guestsElsewhere(found: readonly ImportParty[], list: List): Map<string, Elsewhere> {
  const moved = new Map<string, Elsewhere>();
  if (found.every(({ id }) => id === null)) return moved;
  const partyOf = new Map<string, List["parties"][number]>(
    list.parties.flatMap((party) => party.guests.map(({ id }) => [id, party])),
  );
  const known = new Set<string>(list.parties.map(({ id }) => id));
  for (const party of found) {
    if (party.id === null || !known.has(party.id)) continue;
    for (const [at, { id, row, name }] of party.guests.entries()) {
      const own = id === null ? undefined : partyOf.get(id);
      if (!own || own.id === party.id) continue;
      moved.set(`${keyOf(party)} guest ${at}`, { row, name: name ?? "", party: own.name });
    }
  }
  return moved;
}

export function tellElsewhere(
  moved: ReadonlyMap<string, Elsewhere>,
  sheet: string,
  problems: RowProblem[],
): void {
  for (const { row, name, party } of moved.values()) {
    createTell(sheet, row, problems)("guest-elsewhere", { value: name, parameters: { party } });
  }
  if (moved.size > 0) problems.sort((one, other) => one.row - other.row);
}
