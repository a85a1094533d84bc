import type { News } from "../../shared/changes.ts";
import type { ImportId, PartyId, SiteId } from "../../shared/ids.ts";
import type { SiteKeys } from "../access/keys.ts";
import type { LockedSite } from "../changes/changes.ts";
import type { Part } from "../changes/write-parts.ts";
import type { Tx } from "../database/sql.ts";
import { deleteGuests, updateGuests } from "../guests/guests.ts";
import { saveInvitations } from "../guests/invitations.ts";
import { deleteParties, updateParties } from "../guests/parties.ts";
import { wordsOfGuests } from "../guests/words-of-guests.ts";
import { saveWords } from "../guests/words-of-names.ts";
import { countGuests, type Headcounts } from "../headcount/count.ts";
import { countedGuests, unsealKitchen } from "../headcount/counted-party.ts";
import { headcountsOf } from "../headcount/headcounts.ts";
import { moveCounts, saveMoved } from "../headcount/move-headcounts.ts";
import { replaceReplies } from "../rsvp/replies.ts";
import { deleteSavedReplies, saveSavedReplies } from "../rsvp/saved-replies.ts";
import { eventsOf } from "../sites/events.ts";
import { type Before, unpackReply, unpackRow } from "./before.ts";
import { markUndone } from "./imports.ts";
import { countTouched, openKitchens, readParties } from "./read-touched.ts";

/** What was there before an import, slice by slice; the numbers of the events at the end. */
export async function* undoneParts(
  tx: Tx,
  keys: SiteKeys,
  site: Pick<LockedSite, "id" | "changeNumber">,
  importId: ImportId,
  slices: readonly (readonly Before[])[],
): AsyncGenerator<Part> {
  // That the import was undone is in the log already.
  const firstChange = site.changeNumber + 1;
  let lastChange = firstChange;
  const [events, headcounts] = await Promise.all([
    eventsOf(tx, site.id),
    headcountsOf(tx, site.id),
  ]);
  const known = new Set<string>(events.map(({ id }) => id));
  const [now, then]: [Headcounts, Headcounts] = [new Map(), new Map()];
  for (const slice of slices) {
    const parties = await readParties(tx, site.id, slice.map(({ partyId }) => partyId));
    countGuests(countTouched(parties, await openKitchens(keys, parties)), now);
    const was = slice.flatMap(({ was }) =>
      was ? [{ ...was, guests: was.guests.map((guest) => withoutEvents(guest, known)) }] : []
    );
    for (const party of was) countGuests(await countWas(keys, party), then);
    const news = slice.flatMap((party) => newsOf(party, parties));
    lastChange += news.length;
    yield { news, write: (tx) => putBack(tx, site.id, slice, was) };
  }
  const moved = moveCounts(headcounts, now, then);
  lastChange += moved.news.length;
  yield {
    news: moved.news,
    write: (tx) => [
      saveMoved(tx, site.id, moved),
      markUndone(tx, site.id, { id: importId, firstChange, lastChange }),
    ],
  };
}

type Parties = Awaited<ReturnType<typeof readParties>>;

async function countWas(keys: SiteKeys, { row: { id }, guests, saved }: Was) {
  const sealed = saved ? unpackReply(saved).sealed : undefined;
  return countedGuests(guests, await unsealKitchen(keys, id, sealed));
}

type Was = NonNullable<Before["was"]>;

function putBack(tx: Tx, siteId: SiteId, all: readonly Before[], was: readonly Was[]) {
  const guests = was.flatMap((party) => party.guests);
  const replies = guests.flatMap(({ id, replies }) =>
    replies.map((reply) => ({ guestId: id, ...reply }))
  );
  return [
    deleteParties(tx, siteId, all.flatMap(({ partyId, was }) => was ? [] : [partyId])),
    deleteGuests(tx, siteId, all.flatMap(({ added, was }) => was ? added : [])),
    updateParties(tx, siteId, was.map(({ row }) => unpackRow(row))),
    ...guests.length === 0 ? [] : [
      updateGuests(tx, siteId, guests),
      saveInvitations(tx, siteId, guests),
      saveWords(tx, siteId, wordsOfGuests(guests)),
      replaceReplies(tx, siteId, guests.map(({ id }) => id), replies),
    ],
    saveSavedReplies(tx, siteId, was.flatMap(({ saved }) => saved ? [unpackReply(saved)] : [])),
    deleteSavedReplies(tx, siteId, was.flatMap(({ row, saved }) => saved ? [] : [row.id])),
  ];
}

// An event may have gone since.
function withoutEvents<Guest extends Was["guests"][number]>(
  guest: Guest,
  known: Set<string>,
): Guest {
  return {
    ...guest,
    events: guest.events.filter((id) => known.has(id)),
    replies: guest.replies.filter(({ eventId }) => known.has(eventId)),
  };
}

function newsOf({ partyId, added, was }: Before, parties: Parties): News[] {
  const now = parties.get(partyId);
  const news: News[] = added.map((guestId) => ({
    type: "guest.removed",
    data: { guestId, partyId },
  }));
  if (!was || !now) return news;
  for (const guest of was.guests) {
    const current = now.guests.find(({ id }) => id === guest.id);
    const same = current && guest.kind === current.kind && guest.name === current.name &&
      guest.age === current.age && `${guest.events}` === `${current.events}`;
    if (!same) news.push({ type: "guest.changed", data: { guestId: guest.id, partyId } });
  }
  const row = unpackRow(was.row);
  if (row.name !== now.row.name) {
    news.push({ type: "party.changed", data: { partyId, what: "name" } });
  }
  if (row.contactSealed.toHex() !== now.row.contactSealed.toHex()) {
    news.push({ type: "party.changed", data: { partyId, what: "contact" } });
  }
  const reply = replyNews(partyId, was, now.saved !== undefined);
  return reply && now.saved?.sealed.toBase64() !== was.saved?.sealed ? [...news, reply] : news;
}

function replyNews(partyId: PartyId, { guests, saved }: Was, isSaid: boolean): News | undefined {
  if (!isSaid) return undefined;
  const replies = guests.flatMap(({ id, replies }) =>
    replies.map(({ eventId, attending }) => ({ guestId: id, eventId, attending }))
  );
  if (saved) {
    return { type: "reply.submitted", data: { partyId, replies, first: false, late: saved.late } };
  }
  const eventIds = [...new Set(guests.flatMap(({ events }) => events))];
  return { type: "reply.withdrawn", data: { partyId, eventIds } };
}
