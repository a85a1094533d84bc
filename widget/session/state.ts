import type { NoteId } from "../../shared/ids.ts";
import type { InvitationView } from "../../shared/party.ts";
import type { SiteForm } from "../../shared/site.ts";
import type { Draft } from "./draft.ts";
import type { Trouble } from "./trouble.ts";

/** An opened invitation and the token that opens it. */
export interface Visit {
  token: string;
  view: InvitationView;
}

/** A word to the couple from somebody whom the form could not help. */
export interface NoteDraft {
  status: "closed" | "open" | "sending" | "sent";
  name: string;
  reach: string;
  text: string;
  /** Names the note to the server, however often it is tried. */
  id?: NoteId;
  /** What only a script fills in. */
  subject?: string;
  /** While it is sending: what it waits for. */
  trouble?: Trouble;
}

export interface FindState {
  step: "find";
  form: SiteForm;
  name: string;
  secondFact: string;
  /** What only a script fills in. */
  subject?: string;
  /** The server cannot tell whose invitation it is by the name alone. */
  asksSecondFact: boolean;
  busy: boolean;
  /** While the form is busy: what it waits for. */
  trouble?: Trouble;
  note: NoteDraft;
}

export interface Replying {
  form: SiteForm;
  visit: Visit;
  draft: Draft;
  troubles: Trouble[];
  /** Filled in earlier on this device and taken up again. */
  restored: boolean;
  /** The review has been seen: every page leads back to it. */
  reviewed: boolean;
  /** The guests of a large party are answered for one by one. */
  apart: boolean;
  /** The invitation with a reply that another device saved meanwhile; sending this one replaces it. */
  elsewhere: InvitationView | null;
  /** The reply that was saved has just been taken back. */
  withdrawn?: boolean;
  /** A personal link came straight here: whose wedding it is has not been said yet. */
  welcome?: boolean;
  /** On the first page: somebody is missing, or misspelt. */
  note: NoteDraft;
}

export type ReplyState =
  | (Replying & { step: "coming" | "questions" })
  | (Replying & { step: "guests"; guestIds: string[] })
  | (Replying & { step: "review"; sending: "no" | "now" | "waiting" });

export interface ThanksState {
  step: "thanks";
  form: SiteForm;
  visit: Visit;
  /** Sent just now, rather than found saved. */
  fresh: boolean;
  /** Another device of the party changed the reply while this one was looking. */
  changedElsewhere: boolean;
  /** This device holds a draft that was never sent. */
  unsent: boolean;
  /** Taking the reply back: asked whether it is meant, on its way, or waiting for the line. */
  withdrawing: "no" | "asked" | "now" | "waiting";
  /** Names the withdrawal to the server, however often it is tried. */
  withdrawKey?: string;
  trouble?: Trouble;
  /** After the deadline: what has changed since. */
  note: NoteDraft;
}

/** Replies are closed. */
export interface ClosedState {
  step: "closed";
  form: SiteForm;
  visit?: Visit;
  /** The couple's words. */
  message?: string;
  note: NoteDraft;
}

/** The form itself cannot be had: for a moment, or for good. */
export interface AwayState {
  step: "away";
  trouble: Trouble;
}

export type RsvpState =
  | { step: "loading" }
  | AwayState
  | FindState
  | ReplyState
  | ThanksState
  | ClosedState;

/** Where the couple can be written to. */
export type NoteState = Extract<RsvpState, { note: NoteDraft }>;

export type RsvpStep = RsvpState["step"];

export const noNote: NoteDraft = { status: "closed", name: "", reach: "", text: "" };

/** The first step: nobody is known yet. */
export function findStep(form: SiteForm, trouble?: Trouble): FindState {
  const nobody = { name: "", secondFact: "", asksSecondFact: false, busy: false, note: noNote };
  return { step: "find", form, ...nobody, ...(trouble && { trouble }) };
}
