import type { ImportParty } from "../understanding/parties.ts";
import { type Decided, type DecidedParty, keyOf, type Matches } from "./decide-matches.ts";

/** What is to happen with one party of the file. */
export type Fate =
  | { kind: "undecided" }
  | { kind: "skipped" }
  /** It is this party of the list. */
  | { kind: "listed"; id: string; match: DecidedParty | undefined }
  /** It is one with this party of the file, which stands before it. */
  | { kind: "merged"; into: string; match: DecidedParty }
  | { kind: "new" };

/** Party by party, in the order of the file. */
export function groupParties(
  parties: readonly ImportParty[],
  matches: ReadonlyMap<string, Matches>,
): Map<string, Fate> {
  const ordered = parties.map((party) => ({ party, key: keyOf(party) }))
    .toSorted((one, other) => (one.party.rows[0] ?? 0) - (other.party.rows[0] ?? 0));
  const place = new Map(ordered.map(({ key }, at) => [key, at]));
  const fates = new Map<string, Fate>();
  for (const { key } of ordered) {
    const found = matches.get(key);
    fates.set(key, found ? onList(found) : { kind: "new" });
  }
  for (const { key } of ordered) {
    const found = matches.get(key);
    if (!found || fates.get(key)?.kind !== "new") continue;
    fates.set(key, inFile(found, fates, place, place.get(key) ?? 0));
  }
  for (const { key } of ordered) {
    const { within = [], listed = [], inFile = [] } = matches.get(key) ?? {};
    const fate = fates.get(key);
    if (fate?.kind === "skipped" || fate?.kind === "undecided") continue;
    const guests = [...within, ...guestsInQuestion(fate, listed, inFile)];
    if (guests.some(({ choice }) => choice === null)) fates.set(key, { kind: "undecided" });
  }
  return fates;
}

function onList({ own, listed }: Matches): Fate {
  if (own) return { kind: "listed", id: own.id, match: undefined };
  if (listed.some(({ choice }) => choice === "skip")) return { kind: "skipped" };
  const merged = listed.find(({ choice }) => choice === "merge");
  if (merged) return { kind: "listed", id: merged.other, match: merged };
  return listed.some(({ choice }) => choice === null) ? { kind: "undecided" } : { kind: "new" };
}

function inFile(
  { inFile }: Matches,
  fates: ReadonlyMap<string, Fate>,
  place: ReadonlyMap<string, number>,
  at: number,
): Fate {
  // Of two new ones the later gives way; one that is on the list does not.
  const about = inFile.filter(({ other }) =>
    fates.get(other)?.kind === "listed" || (place.get(other) ?? 0) < at
  );
  if (about.some(({ choice }) => choice === "skip")) return { kind: "skipped" };
  const merged = about.find(({ choice }) => choice === "merge");
  if (merged) {
    const other = fates.get(merged.other);
    // Nobody knows yet where the first belongs, or whether it comes at all.
    if (other?.kind === "undecided") return { kind: "undecided" };
    if (other?.kind !== "skipped") return { kind: "merged", into: merged.other, match: merged };
  }
  return about.some(({ choice }) => choice === null) ? { kind: "undecided" } : { kind: "new" };
}

function guestsInQuestion(
  fate: Fate | undefined,
  listed: readonly DecidedParty[],
  inFile: readonly DecidedParty[],
): Decided[] {
  if (fate?.kind === "listed" || fate?.kind === "merged") return fate.match?.guests ?? [];
  // Kept apart as parties: a guest of both may still be left out.
  return [...listed, ...inFile].flatMap(({ guests }) =>
    guests.filter(({ choice }) => choice === "skip")
  );
}
