import type { News } from "../../shared/changes.ts";
import type { GuestId, SiteId } from "../../shared/ids.ts";
import type { Tx } from "../database/sql.ts";
import { insertGuests, updateGuests } from "../guests/guests.ts";
import { insertInvitations, saveInvitations } from "../guests/invitations.ts";
import { insertParties, updateParties } from "../guests/parties.ts";
import { wordsOfGuests } from "../guests/words-of-guests.ts";
import { insertWords, saveWords } from "../guests/words-of-names.ts";
import { saveReplies } from "../rsvp/replies.ts";
import { type SavedReplyRow, saveSavedReplies } from "../rsvp/saved-replies.ts";
import type { Before } from "./before.ts";
import { packReply, packRow } from "./before.ts";
import type { Prepared, PreparedGuest } from "./prepare-targets.ts";
import type { Touched } from "./read-touched.ts";

/** What the log tells of these parties, and the replies that it notes, each with the number of its change. */
export function tellTargets(
  prepared: readonly Prepared[],
  { parties }: Touched,
  { after, now }: { after: number; now: Date },
): { news: News[]; saved: SavedReplyRow[] } {
  const news: News[] = [];
  const saved: SavedReplyRow[] = [];
  for (const { id: partyId, guests, changed, what, said } of prepared) {
    for (const guest of guests) {
      if (guest.isNew) news.push({ type: "guest.added", data: { guestId: guest.id, partyId } });
    }
    for (const guestId of changed) {
      news.push({ type: "guest.changed", data: { guestId, partyId } });
    }
    for (const part of what) news.push({ type: "party.changed", data: { partyId, what: part } });
    if (!said) continue;
    const before = parties.get(partyId)?.saved;
    const number = after + news.length + 1;
    news.push({
      type: "reply.submitted",
      data: { partyId, replies: guests.flatMap(repliesTold), first: !before, late: false },
    });
    saved.push({
      ...{ partyId, submittedAt: now, changeNumber: number, sentBy: "member", late: false },
      sealed: said.sealed,
    });
  }
  return { news, saved };
}

function repliesTold({ id, replies }: PreparedGuest) {
  return replies.map(({ eventId, attending }) => ({ guestId: id, eventId, attending }));
}

/** The statements that put these parties on the list. */
export function writeTargets(
  tx: Tx,
  siteId: SiteId,
  prepared: readonly Prepared[],
  { positions }: Touched,
  saved: readonly SavedReplyRow[],
  now: Date,
): Promise<void>[] {
  const added = prepared.flatMap(({ id, guests }) => {
    const from = (positions.get(id) ?? -1) + 1;
    return guests.filter(({ isNew }) => isNew)
      .map((guest, at) => ({ ...guest, position: from + at }));
  });
  const changed = prepared.flatMap(({ guests, changed }) => {
    const ids = new Set(changed);
    return guests.filter(({ id, isNew }) => !isNew && ids.has(id));
  });
  const replies = prepared.flatMap(({ guests, replied }) => {
    const news = new Set(replied.map(({ guestId, eventId }) => `${guestId} ${eventId}`));
    return guests.flatMap(({ id, replies }) =>
      replies.filter(({ eventId }) => news.has(`${id} ${eventId}`))
        .map((reply) => ({ guestId: id, ...reply }))
    );
  });
  return [
    insertParties(tx, siteId, prepared.filter(({ isNew }) => isNew).map(({ row }) => row), now),
    updateParties(
      tx,
      siteId,
      prepared.filter(({ isNew, what }) => !isNew && what.length > 0).map(({ row }) => row),
    ),
    insertGuests(tx, siteId, added),
    insertInvitations(tx, siteId, added),
    insertWords(tx, siteId, wordsOfGuests(added)),
    ...changed.length === 0 ? [] : [
      updateGuests(tx, siteId, changed),
      saveInvitations(tx, siteId, changed),
      saveWords(tx, siteId, wordsOfGuests(changed)),
    ],
    saveReplies(tx, siteId, replies),
    saveSavedReplies(tx, siteId, saved),
  ];
}

/** What undoing will need. */
export function beforeOf({ id, guests }: Prepared, { parties }: Touched): Before {
  const was = parties.get(id);
  return {
    partyId: id,
    added: guests.filter(({ isNew }) => isNew).map((guest): GuestId => guest.id),
    was: was
      ? {
        row: packRow(was.row),
        guests: was.guests,
        saved: was.saved ? packReply(was.saved) : null,
      }
      : null,
  };
}
