import type { GuestId, PartyId } from "../../shared/ids.ts";
import type { PartyRow } from "../guests/parties.ts";
import type { ContactIndexes } from "../guests/parties.ts";
import type { GuestWithReplies } from "../headcount/counted-party.ts";
import type { SavedReplyRow } from "../rsvp/saved-replies.ts";

export type KeptRow = Pick<PartyRow, "id" | "name" | "contactSealed"> & ContactIndexes;

/** What undoing has to know of a party: what was there before, and what was added. */
export interface Before {
  partyId: PartyId;
  added: GuestId[];
  /** null: the party was new. */
  was: {
    row: PackedRow;
    /** Those whose row, invitations or replies changed. */
    guests: GuestWithReplies[];
    saved: PackedReply | null;
  } | null;
}

type PackedRow = {
  [Field in keyof KeptRow]: KeptRow[Field] extends Uint8Array ? string
    : KeptRow[Field] extends Uint8Array | null ? string | null
    : KeptRow[Field];
};

type PackedReply = Omit<SavedReplyRow, "sealed" | "submittedAt"> & {
  sealed: string;
  submittedAt: string;
};

// They are sealed once more with the page, whose text is JSON.
export function packRow(row: KeptRow): PackedRow {
  return {
    ...row,
    contactSealed: row.contactSealed.toBase64(),
    mailIndex: row.mailIndex?.toBase64() ?? null,
    phoneIndex: row.phoneIndex?.toBase64() ?? null,
  };
}

export function unpackRow(row: PackedRow): KeptRow {
  return {
    ...row,
    contactSealed: Uint8Array.fromBase64(row.contactSealed),
    mailIndex: row.mailIndex === null ? null : Uint8Array.fromBase64(row.mailIndex),
    phoneIndex: row.phoneIndex === null ? null : Uint8Array.fromBase64(row.phoneIndex),
  };
}

export function packReply(row: SavedReplyRow): PackedReply {
  return {
    ...row,
    sealed: row.sealed.toBase64(),
    submittedAt: row.submittedAt.toISOString(),
  };
}

export function unpackReply(row: PackedReply): SavedReplyRow {
  return {
    ...row,
    sealed: Uint8Array.fromBase64(row.sealed),
    submittedAt: new Date(row.submittedAt),
  };
}
