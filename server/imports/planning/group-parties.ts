import type { ImportParty } from "../understanding/parties.ts";
import type { Decided, DecidedParty, Matches } from "./decide-matches.ts";
import { keyOf } from "./entry-keys.ts";
import type { EntryOrder } from "./entry-order.ts";

/** What is to happen with one party of the file. */
export type Fate =
  | { kind: "undecided" }
  | { kind: "skipped" }
  /** It is this party of the list. */
  | { kind: "listed"; id: string; match: DecidedParty | undefined }
  /** It is one with this party of the file, which comes before it. */
  | { kind: "merged"; into: string; match: DecidedParty }
  | { kind: "new" };

/** Party by party. */
export function groupParties(
  parties: readonly ImportParty[],
  matches: ReadonlyMap<string, Matches>,
  order: EntryOrder,
): Map<string, Fate> {
  const keys = parties.map(keyOf);
  const fates = new Map<string, Fate>();
  for (const key of keys) {
    const found = matches.get(key);
    fates.set(key, found ? onList(found) : { kind: "new" });
  }
  const alike = keys.filter((key) => (matches.get(key)?.inFile.length ?? 0) > 0);
  for (const key of alike.toSorted(order)) {
    const found = matches.get(key);
    if (!found || fates.get(key)?.kind !== "new") continue;
    fates.set(key, inFile(key, found, fates, order));
  }
  for (const key of keys) {
    const found = matches.get(key);
    const fate = fates.get(key);
    if (!found || fate?.kind === "skipped" || fate?.kind === "undecided") continue;
    const guests = [
      ...found.within,
      ...matchOf(fate)?.guests ?? [],
      ...elsewhere(key, found, fates, order),
    ];
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
  key: string,
  found: Matches,
  fates: ReadonlyMap<string, Fate>,
  order: EntryOrder,
): Fate {
  const about = before(key, found, fates, order);
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

// Of two new ones the one that says less gives way; one that is on the list does not.
function before(
  key: string,
  { inFile }: Matches,
  fates: ReadonlyMap<string, Fate>,
  order: EntryOrder,
): DecidedParty[] {
  return inFile.filter(({ other }) => fates.get(other)?.kind === "listed" || order(other, key) < 0);
}

function matchOf(fate: Fate | undefined): DecidedParty | undefined {
  return fate?.kind === "listed" || fate?.kind === "merged" ? fate.match : undefined;
}

// Of a party that is another one's, a guest may be a third party's. Kept apart as parties, a guest of both may still be left out.
function elsewhere(
  key: string,
  found: Matches,
  fates: ReadonlyMap<string, Fate>,
  order: EntryOrder,
): Decided[] {
  const match = matchOf(fates.get(key));
  const known = new Set(match?.guests.map(({ one }) => one));
  return [...found.listed, ...before(key, found, fates, order)].filter((each) => each !== match)
    .flatMap(({ guests, choice: apart }) =>
      guests.filter(({ one, choice }) =>
        !known.has(one) && (choice === "skip" || (match && apart !== "keep-apart"))
      )
    );
}

/** Guests of a party of the file who are not added: they are left out, or on the list, or in the file, in another party. */
export function leftOut(
  key: string,
  found: Matches | undefined,
  fates: ReadonlyMap<string, Fate>,
  order: EntryOrder,
): Set<string> {
  const others = found ? elsewhere(key, found, fates, order) : [];
  return new Set(
    others.filter(({ choice }) => choice === "skip" || choice === "merge").map(({ one }) => one),
  );
}
