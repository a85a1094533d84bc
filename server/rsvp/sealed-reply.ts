import type { GuestId, PartyId } from "../../shared/ids.ts";
import type { Answers } from "../../shared/questions.ts";
import type { GuestReply, SavedReply, Submission } from "../../shared/reply.ts";
import type { SiteKeys } from "../access/keys.ts";
import { type GuestWithReplies, savedReplyRow } from "../headcount/counted-party.ts";
import type { SavedReplyRow } from "./saved-replies.ts";

/** What a party said that is nobody's business but the couple's: kept sealed. */
export interface SealedReply {
  guests: SealedGuestReply[];
  answers: Answers;
  note?: string | undefined;
}

type SealedGuestReply = Omit<GuestReply, "replies" | "name"> & { guestId: GuestId };

export function sealReply(
  keys: SiteKeys,
  partyId: PartyId,
  submission: Submission,
): Promise<Uint8Array> {
  return sealAgain(keys, partyId, {
    guests: submission.guests.map(({ replies: _, name: __, ...guest }) => guest),
    answers: submission.answers,
    ...(submission.note ? { note: submission.note } : {}),
  });
}

export function sealAgain(
  keys: SiteKeys,
  partyId: PartyId,
  reply: SealedReply,
): Promise<Uint8Array> {
  return keys.seal(reply, savedReplyRow(partyId));
}

export function unsealReply(keys: SiteKeys, row: SavedReplyRow): Promise<SealedReply> {
  return keys.unseal(row.sealed, savedReplyRow(row.partyId));
}

/** A party's saved reply put together again: what is in the clear and what was sealed. */
export function savedReply(
  row: Omit<SavedReplyRow, "sealed">,
  sealed: SealedReply,
  guests: readonly GuestWithReplies[],
): SavedReply {
  return {
    guests: guests.map(({ id, kind, name, replies }) => ({
      diets: [],
      allergies: [],
      answers: {},
      ...sealed.guests.find((guest) => guest.guestId === id),
      guestId: id,
      ...(kind === "open" && name !== null ? { name } : {}),
      replies,
    })),
    answers: sealed.answers,
    ...(sealed.note ? { note: sealed.note } : {}),
    submittedAt: row.submittedAt.toISOString(),
    changeNumber: row.changeNumber,
    by: row.sentBy,
    late: row.late,
  };
}
