import type { ImportFieldChoice } from "../../../shared/imports.ts";
import type { ImportedParty } from "../../../shared/imports.ts";
import { mergeParty } from "../duplicates/merge-party.ts";
import type { MergedGuest, MergedParty } from "../duplicates/merged.ts";
import type { ImportGuest, ImportParty } from "../understanding/parties.ts";
import { guestKey } from "./entry-keys.ts";
import { isContrary, leaveContrary } from "./contrary-replies.ts";
import { pairSeats } from "./pair-seats.ts";
import { contactOf } from "./said-in-file.ts";
import { joinedWithin } from "./within-party.ts";
import { placeAdded } from "./place-added.ts";
import type { Decided } from "./decide-matches.ts";

/** A party while entries of the file are put into it, one after the other. */
export interface Folding {
  party: MergedParty;
  /** The guest of the party that a guest of the file is, by its key. */
  placed: Map<string, string>;
  /** Guests of the file by the guest that they became. */
  from: Map<string, ImportGuest[]>;
  changes: ImportedParty["changes"];
  /** What the list says of its guests' replies. */
  listed: ReadonlyMap<string, MergedGuest["invited"]>;
  /** Replies of which two entries of the file say yes and no, by guest. */
  contrary: Map<string, Set<string>>;
  /** The couple's note with what the file says in words; absent: as it is. */
  note?: { offered: string; take: "list" | "file" };
  isListed: boolean;
  /** Contact data of the file that somebody does not want: what another row says again is not wanted either. */
  unwanted: Set<string>;
}

export interface Entry {
  key: string;
  file: ImportParty;
  /** Who of the file is who of the party; by ids of the list, or keys of the file. */
  guests: readonly Decided[];
  within: readonly Decided[];
  /** Guests who are not added, by their keys. */
  left: ReadonlySet<string>;
  /** The file is one of ours that somebody has worked on: what it says counts, but for what guests have said. */
  isOwn: boolean;
  /** The guests of the list whom one of our own files names by id; null: the file is none of ours. */
  named: ReadonlySet<string> | null;
  fields: readonly ImportFieldChoice[];
}

export function startFolding(party: MergedParty, isListed: boolean): Folding {
  const listed = new Map(party.guests.map(({ id, invited }) => [`${id}`, invited]));
  return {
    ...{ party, placed: new Map(), from: new Map(), changes: [] },
    ...{ listed, contrary: new Map(), isListed, unwanted: new Set() },
  };
}

/** Puts an entry of the file into a party. */
export function foldParty(folding: Folding, entry: Entry): void {
  const { key, file, left } = entry;
  const joined = joinedWithin(key, file.guests, entry.within);
  const later = [...joined.keys()].map((at) => guestKey(key, at));
  foldGuests(folding, { ...entry, left: new Set([...left, ...later]) });
  // Whoever is in the party twice says everything twice: the second is put into the first.
  for (const [at, into] of joined) {
    const one = guestKey(key, at);
    const other = into === null ? undefined : folding.placed.get(guestKey(key, into));
    if (other === undefined || left.has(one)) continue;
    const others = file.guests.flatMap((_, place) => place === at ? [] : [guestKey(key, place)]);
    foldGuests(folding, {
      ...entry,
      file: { ...file, name: folding.party.name, contact: nowhere },
      guests: [{ one, other, choice: "merge", class: "exact", score: 1, reasons: [] }],
      left: new Set(others),
    });
  }
}

const nowhere = { name: null, mail: null, phone: null, address: null };

function foldGuests(folding: Folding, entry: Entry): void {
  const { key, file, isOwn } = entry;
  const places = file.guests.map((guest, at) => placeOf(folding, entry, guest, at));
  const guests = entry.named === null
    ? pairSeats(folding.party.guests, file.guests, places)
    : placeAdded(folding.party.guests, file.guests, places, entry.named);
  const chosen = new Map(
    entry.fields.filter(({ party }) => party === key).map(({ field, take }) => [field, take]),
  );
  const known = folding.party;
  for (const [field, value] of reachedAt(file)) {
    const said = `${field} ${value}`;
    if (chosen.get(field) === "list") folding.unwanted.add(said);
    else if (!chosen.has(field) && folding.unwanted.has(said)) chosen.set(field, "list");
  }
  const first = mergeParty(known, file, { guests, fields: Object.fromEntries(chosen) });
  const fields = Object.fromEntries(
    first.decisions.map(({ field }) =>
      [field, chosen.get(field) ?? (isOwn && !isSaid(field) ? "file" : "list")] as const
    ),
  );
  const { merged, placed } = isOwn ? mergeParty(known, file, { guests, fields }) : first;
  const added = new Map<MergedGuest, string>();
  for (const [at, where] of placed) {
    const guest = file.guests[at];
    const id = typeof where === "string" ? where : guestKey(key, at);
    if (typeof where !== "string") added.set(where, id);
    folding.placed.set(guestKey(key, at), id);
    if (guest) folding.from.set(id, [...folding.from.get(id) ?? [], guest]);
  }
  folding.party = {
    ...merged,
    guests: merged.guests.map((guest) => ({ ...guest, id: guest.id ?? added.get(guest) ?? null })),
  };
  const open = first.decisions.filter(({ field }) => !chosen.has(field));
  leaveContrary(folding, open);
  folding.changes.push(...first.decisions.map(({ field, list, file }) => {
    const neither = !chosen.has(field) && isContrary(folding, field);
    return { party: key, field, list, file, take: neither ? null : fields[field] ?? "list" };
  }));
  for (const { field, value, instead } of first.kept) {
    if (instead === undefined) continue;
    folding.changes.push({ party: key, field, list: value, file: instead, take: "file" });
  }
  if (folding.isListed) folding.changes.push(...filled(known, entry, chosen));
}

// What the list had not.
function filled(
  { contact }: MergedParty,
  { key: party, file }: Entry,
  chosen: ReadonlyMap<string, "list" | "file">,
): Folding["changes"] {
  return reachedAt(file).filter(([field]) => contact[field] === undefined).map((
    [field, value],
  ) => ({
    ...{ party, field, list: null, file: value },
    take: chosen.get(field) ?? "file",
  }));
}

function reachedAt(file: ImportParty): ["mail" | "phone" | "address", string][] {
  const given = contactOf(file);
  return (["mail", "phone", "address"] as const).flatMap((field) => {
    const value = given[field];
    return value === undefined ? [] : [[field, value]];
  });
}

function placeOf(
  { party, placed }: Folding,
  { key, guests, left }: Entry,
  guest: ImportGuest,
  at: number,
): string | undefined {
  const own = `${key} guest ${at}`;
  if (left.has(own)) return "leave";
  if (guest.id !== null && party.guests.some(({ id }) => id === guest.id)) return guest.id;
  const match = guests.find(({ one }) => one === own);
  if (match?.choice === "skip") return "leave";
  if (match?.choice === "keep-apart") return "new";
  if (match) return placed.get(match.other) ?? match.other;
  // In a party of the file alone there is no seat to take but those that the file gives.
  return party.guests.length === 0 ? "new" : undefined;
}

function isSaid(field: string): boolean {
  return /\.(?:reply|meal)\./.test(field) || /^(?:guest_\w+)\.(?:kitchenNote)$/.test(field);
}
