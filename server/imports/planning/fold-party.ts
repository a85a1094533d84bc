import type { ImportFieldChoice } from "../../../shared/imports.ts";
import type { ImportedParty } from "../../../shared/imports.ts";
import { mergeParty } from "../duplicates/merge-party.ts";
import type { Decision, MergedGuest, MergedParty } from "../duplicates/merged.ts";
import type { ImportGuest, ImportParty } from "../understanding/parties.ts";
import { leaveContrary } from "./contrary-replies.ts";
import { pairSeats } from "./pair-seats.ts";
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
  fields: readonly ImportFieldChoice[];
}

export function startFolding(party: MergedParty): Folding {
  const listed = new Map(party.guests.map(({ id, invited }) => [`${id}`, invited]));
  return { party, placed: new Map(), from: new Map(), changes: [], listed, contrary: new Map() };
}

/** Puts an entry of the file into a party. */
export function foldParty(folding: Folding, entry: Entry): void {
  const { key, file, isOwn } = entry;
  const places = file.guests.map((guest, at) => placeOf(folding, entry, guest, at));
  const guests = pairSeats(folding.party.guests, file.guests, places);
  const chosen = new Map(
    entry.fields.filter(({ party }) => party === key).map(({ field, take }) => [field, take]),
  );
  const known = folding.party;
  const first = mergeParty(known, file, { guests, fields: Object.fromEntries(chosen) });
  const fields = Object.fromEntries(
    first.decisions.map(({ field }) =>
      [field, chosen.get(field) ?? (isOwn && !isSaid(field) ? "file" : "list")] as const
    ),
  );
  const { merged } = isOwn ? mergeParty(known, file, { guests, fields }) : first;
  const rest = file.guests.map((guest, at) => ({ guest, at, choice: guests[at] }));
  const ids = new Set(known.guests.map(({ id }) => id));
  const place = (id: string, { guest, at }: { guest: ImportGuest; at: number }) => {
    folding.placed.set(`${key} guest ${at}`, id);
    folding.from.set(id, [...folding.from.get(id) ?? [], guest]);
  };
  for (const item of rest) if (item.choice && ids.has(item.choice)) place(item.choice, item);
  const open = rest.filter(({ choice }) => choice !== "leave" && !(choice && ids.has(choice)));
  folding.party = {
    ...merged,
    guests: merged.guests.map((guest, position) => {
      if (guest.id !== null) {
        const before = known.guests[position];
        const taken = before && seatTaker(before, guest, open);
        if (taken) place(guest.id, taken);
        return guest;
      }
      const at = open.findIndex((item) =>
        item.guest.name === guest.name && item.guest.age === guest.age
      );
      const [item] = open.splice(Math.max(at, 0), 1);
      if (!item) return guest;
      const id = `${key} guest ${item.at}`;
      place(id, item);
      return { ...guest, id };
    }),
  };
  folding.changes.push(...first.decisions.map((decision) => changeOf(decision, fields)));
  leaveContrary(folding, first.decisions.filter(({ field }) => !chosen.has(field)));
}

function changeOf({ field, list, file }: Decision, fields: Record<string, "list" | "file">) {
  return { field, list, file, take: fields[field] ?? "list" };
}

// Whether somebody without a guest of their own sat down here: the seat has another name, or says more than before.
function seatTaker(
  before: MergedGuest,
  after: MergedGuest,
  open: { guest: ImportGuest; at: number; choice: string | undefined }[],
) {
  if (before.id !== after.id) return undefined;
  const named = before.name === null && after.name !== null;
  const at = open.findIndex(({ guest, choice }) =>
    choice !== "new" && guest.age === after.age &&
    (named ? guest.name === after.name : guest.name === null)
  );
  return at < 0 ? undefined : open.splice(at, 1)[0];
}

function placeOf(
  { party, placed }: Folding,
  { key, file, guests, within, left }: Entry,
  guest: ImportGuest,
  at: number,
): string | undefined {
  const own = `${key} guest ${at}`;
  if (left.has(own)) return "leave";
  if (guest.id !== null && party.guests.some(({ id }) => id === guest.id)) return guest.id;
  for (const { one, other, choice } of within) {
    const later = one > other ? one : other;
    if (choice === "merge" && later === own) return "leave";
    if (choice === "skip" && one === own) return "leave";
  }
  const match = guests.find(({ one }) => one === own);
  if (match?.choice === "skip") return "leave";
  if (match?.choice === "keep-apart") return "new";
  if (match) return placed.get(match.other) ?? match.other;
  // In a party of the file alone there is no seat to take but those that the file gives.
  return party.guests.length === 0 || file.id !== null ? "new" : undefined;
}

function isSaid(field: string): boolean {
  return /\.(?:reply|meal)\./.test(field) || /^(?:guest_\w+)\.(?:kitchenNote)$/.test(field);
}
