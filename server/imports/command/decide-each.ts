import type { ImportChanges, ImportChoice, ImportedParty } from "../../../shared/imports.ts";
import { harmless } from "./terminal.ts";

const letters: Record<string, ImportChoice> = { m: "merge", k: "keep-apart", s: "skip" };
const mostTries = 3;

type Decisions = NonNullable<ImportChanges["decisions"]>;

/**
 * Asks of each pair that is not sure, one after the other: of people first, for parties are one where their people are. What
 * that leaves open is for another time. undefined: somebody would rather not say.
 */
export function decideEach(
  parties: readonly ImportedParty[],
  choose: (question: string) => string | null,
): Decisions | undefined {
  const made = new Map<string, Decisions[number]>();
  for (const party of parties) {
    const open = party.duplicates.filter((pair) => pair.choice === null && !made.has(keyOf(pair)));
    const people = open.filter(({ one }) => / guest /.test(one));
    const asked = people.length > 0 ? people : open;
    const said = new Set<ImportChoice>();
    for (const pair of asked) {
      const choice = chosen(choose, question(party, pair));
      if (!choice) return undefined;
      made.set(keyOf(pair), { one: pair.one, other: pair.other, choice });
      said.add(choice);
    }
    const [all, ...others] = said;
    if (!all || others.length > 0) continue;
    for (const { one, other } of open) made.set(keyOf({ one, other }), { one, other, choice: all });
  }
  return [...made.values()];
}

function keyOf({ one, other }: { one: string; other: string }): string {
  return [one, other].toSorted().join();
}

function question(
  { name, rows: [row = 0], guests }: ImportedParty,
  { one, other, name: otherName, reasons }: ImportedParty["duplicates"][number],
): string {
  const who = guests.find(({ guest }) => guest === one)?.name ?? name;
  const why = reasons.map(({ sentence }) => sentence).join(" ");
  return `\n${harmless(`${who} (row ${row}) and ${otherName}${place(other)}`)}\n  ${harmless(why)}`;
}

function place(key: string): string {
  const row = /^party (\d+)/.exec(key)?.[1];
  return row ? ` (row ${row})` : ", on the list";
}

function chosen(
  choose: (question: string) => string | null,
  about: string,
): ImportChoice | undefined {
  for (let each = 0; each < mostTries; each++) {
    const answer = choose(`${about}\n  [m]erge, [k]eep apart, or [s]kip?`);
    if (answer === null || answer.trim() === "") return undefined;
    const choice = letters[answer.trim().toLowerCase().charAt(0)];
    if (choice) return choice;
  }
  return undefined;
}
