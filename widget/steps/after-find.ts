// Everything after the invitation is open, in a file of its own: it is loaded while the name is typed.
import type { ShowingReply } from "../pieces/showing.ts";
import type { ClosedState, ReplyState, ThanksState } from "../session/state.ts";
import { drawClosed } from "./closed.ts";
import { drawComing } from "./coming.ts";
import { drawGuests } from "./guests.ts";
import { drawQuestions } from "./questions.ts";
import { drawReview } from "./review.ts";
import { drawThanks } from "./thanks.ts";

export { announceLater } from "../announce-later.ts";
export { createLive } from "../live/create-live.ts";
export { drawNote } from "../pieces/note.ts";
export { createReplyDesk } from "../session/reply-desk.ts";
export { afterFindStyles as styles } from "../styles/after-find.ts";

export function drawAfterFind(
  showing: ShowingReply,
  state: ReplyState | ThanksState | ClosedState,
  preset: string,
) {
  switch (state.step) {
    case "coming":
      return drawComing(showing, state);
    case "guests":
      return drawGuests(showing, state);
    case "questions":
      return drawQuestions(showing, state);
    case "review":
      return drawReview(showing, state);
    case "closed":
      return drawClosed(showing, state);
    case "thanks":
      return drawThanks(showing, state, preset);
    default:
      return state satisfies never;
  }
}
