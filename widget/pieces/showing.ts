import type { TemplateResult } from "lit";
import type { RsvpSession } from "../rsvp-session.ts";
import type { ReplyDesk } from "../session/reply-desk.ts";
import type { FindState } from "../session/state.ts";
import type { Formats } from "../words/formats.ts";
import type { FirstWords, Words } from "../words/words.ts";

/** What every step needs to draw itself: words to say, a session to ask. */
export interface Showing {
  words: FirstWords;
  formats: Formats;
  session: RsvpSession;
  /** Draws the note to the couple, once its file is there. */
  drawNote?: (state: FindState) => Piece;
}

/** What the steps of a reply need. */
export interface ShowingReply extends Showing {
  words: Words;
  reply: ReplyDesk;
}

export type Piece = TemplateResult;

/** What was typed into the field that this event comes from. */
export function typedIn(event: Event): string {
  const { target } = event;
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
    ? target.value
    : "";
}

/** A form's own sending is always ours: the page must not load again. */
export function onSend(act: () => unknown) {
  return (event: Event) => {
    event.preventDefault();
    act();
  };
}
