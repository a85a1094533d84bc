import {
  type GuestId,
  type ImportId,
  newId,
  type PartyId,
  randomCharacters,
} from "../../shared/ids.ts";
import type { SiteKeys } from "../access/keys.ts";
import { sealContact } from "../guests/contact.ts";
import type { ContactIndexes, PartyRow } from "../guests/parties.ts";
import type { Headcounts } from "../headcount/count.ts";
import { sealAgain, type SealedReply } from "../rsvp/sealed-reply.ts";
import { countSettled } from "./count-prepared.ts";
import type { ImportPage } from "./import-pages.ts";
import { inTurns } from "./in-turns.ts";
import type { PlannedParty, Target, TargetGuest } from "./planning/plan.ts";
import { openPages } from "./sealed-import.ts";

export interface PreparedGuest extends Omit<TargetGuest, "id"> {
  id: GuestId;
  partyId: PartyId;
}

/** A party as it will be, with ids, and sealed: all that can be done before the site is locked. */
export interface Prepared {
  id: PartyId;
  isNew: boolean;
  row: PartyRow & ContactIndexes;
  what: Target["what"];
  guests: PreparedGuest[];
  changed: GuestId[];
  replied: {
    guestId: GuestId;
    eventId: Target["replied"][number]["eventId"];
    attending: boolean | null;
  }[];
  said: { opened: SealedReply; sealed: Uint8Array } | undefined;
}

/** All that a preview puts on the list, in the slices in which it will be written. */
export interface PreparedList {
  slices: Prepared[][];
  parties: number;
  /** New ones. */
  guests: number;
  /** Parties that are on the list already. */
  known: PartyId[];
  /** What the parties add to the numbers, as far as it is known. */
  counts: Headcounts;
}

/** Opens the pages of a preview, and keeps of them only what will be written. */
export async function prepareTargets(
  keys: SiteKeys,
  importId: ImportId,
  pages: AsyncIterable<readonly ImportPage[]>,
): Promise<PreparedList> {
  const list: PreparedList = { slices: [], parties: 0, guests: 0, known: [], counts: new Map() };
  for await (const some of pages) {
    const parties = await openPages<PlannedParty>(keys, importId, some);
    const slice = await inTurns(
      parties.flatMap(({ target }) => target ?? []),
      (target) => prepare(keys, target),
    );
    list.slices.push(slice);
    list.parties += slice.length;
    countSettled(slice, list.counts);
    for (const { id, isNew, guests } of slice) {
      if (!isNew) list.known.push(id);
      list.guests += guests.filter(({ isNew }) => isNew).length;
    }
  }
  return list;
}

async function prepare(keys: SiteKeys, target: Target): Promise<Prepared> {
  const id = target.id ?? newId("party");
  const ids = new Map<string, GuestId>(
    target.guests.map((guest) => [guest.id, guest.isNew ? newId("guest") : idOf(guest.id)]),
  );
  const guestId = (key: string) => ids.get(key) ?? idOf(key);
  const opened = target.said && {
    ...target.said,
    guests: target.said.guests.map((said) => ({ ...said, guestId: guestId(said.guestId) })),
  };
  const [contact, sealed] = await Promise.all([
    sealContact(keys, id, target.contact),
    opened && sealAgain(keys, id, opened),
  ]);
  return {
    id,
    isNew: target.id === null,
    // Link and code of a party that is on the list stay as they are.
    row: { id, code: randomCharacters(8), name: target.name, linkVersion: 1, ...contact },
    what: target.what,
    guests: target.guests.map((guest) => ({ ...guest, id: guestId(guest.id), partyId: id })),
    changed: target.changed,
    replied: target.replied.map((reply) => ({ ...reply, guestId: guestId(reply.guestId) })),
    said: opened && sealed && { opened, sealed },
  };
}

function idOf(key: string): GuestId {
  if (!key.startsWith("guest_")) throw new Error("A guest of the plan has no id.");
  return `guest_${key.slice("guest_".length)}`;
}
