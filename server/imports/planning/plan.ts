import type { Age, WeddingEvent } from "../../../shared/events.ts";
import type { EventId, GuestId, PartyId } from "../../../shared/ids.ts";
import type {
  ImportedParty,
  ImportHead,
  ImportProblem,
  RefusedRow,
} from "../../../shared/imports.ts";
import type { Contact } from "../../../shared/party.ts";
import type { Question } from "../../../shared/questions.ts";
import type { Reply } from "../../../shared/reply.ts";
import type { GuestWithReplies } from "../../headcount/counted-party.ts";
import type { SealedReply } from "../../rsvp/sealed-reply.ts";

/** A party as the list has it, contact and reply opened. */
export interface ListParty {
  id: PartyId;
  name: string;
  contact: Contact;
  guests: GuestWithReplies[];
  said: SealedReply | null;
}

/** The list as it was after one change. */
export interface List {
  changeNumber: number;
  events: WeddingEvent[];
  questions: Question[];
  parties: ListParty[];
}

/** A guest as it will be. */
export interface TargetGuest {
  /** Of a new one: its key in the file, until it gets an id. */
  id: string;
  isNew: boolean;
  kind: "named" | "open";
  name: string | null;
  age: Age;
  events: EventId[];
  replies: Reply[];
}

/** A party as it will be. The sealed reply names guests as `guests` does. */
export interface Target {
  /** null: new. */
  id: PartyId | null;
  name: string;
  contact: Contact;
  guests: TargetGuest[];
  /** What the party said; absent: as it is. */
  said?: SealedReply;
  /** Guests of the list whose name, age or invitations change. */
  changed: GuestId[];
  /** What of the party itself changes. */
  what: ("name" | "contact")[];
  /** Replies that are new, or others than before. */
  replied: { guestId: string; eventId: EventId; attending: boolean | null }[];
}

export interface PlannedParty extends ImportedParty {
  /** Of the first entry of each party that is added or changed. */
  target?: Target;
}

/** What accepting a file would do. */
export interface Plan
  extends Pick<ImportHead, "source" | "sheet" | "headerRow" | "columns" | "counts" | "inviteTo"> {
  parties: PlannedParty[];
  refused: RefusedRow[];
  problems: ImportProblem[];
  /** What was chosen just now of things that the preview has not, in sentences. */
  wrong: string[];
}
