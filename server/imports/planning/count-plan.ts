import type { ImportCounts } from "../../../shared/imports.ts";
import type { Understood } from "../understanding/understand.ts";
import type { PlannedParty } from "./plan.ts";

/** The numbers of a preview. Every row that was read counts once. */
export function countPlan(
  { rows: { read, refused, blank, headers, totals }, problems }: Understood,
  parties: readonly PlannedParty[],
): ImportCounts {
  const none = { added: 0, changed: 0, merged: 0, left: 0, undecided: 0 };
  const counts: ImportCounts = {
    rows: { read, ...none, refused, blank, headers, totals },
    parties: { ...none },
    guests: { added: 0, openSeats: 0, uninvited: 0, changed: 0 },
    replies: 0,
    problems: { errors: 0, warnings: 0 },
  };
  for (const { kind, rows, target } of parties) {
    counts.rows[kind] += rows.length;
    counts.parties[kind] += 1;
    if (!target) continue;
    const added = target.guests.filter(({ isNew }) => isNew);
    counts.guests.added += added.length;
    counts.guests.openSeats += added.filter(({ name }) => name === null).length;
    counts.guests.uninvited += added.filter(({ events }) => events.length === 0).length;
    counts.guests.changed += target.changed.length;
    counts.replies += target.replied.length;
  }
  for (const { severity } of problems) {
    counts.problems[severity === "error" ? "errors" : "warnings"] += 1;
  }
  return counts;
}
