// Everything after the invitation is open, in a file of its own: it is loaded while the name is typed.
import type { ShowingReply } from "../pieces/showing.ts";
import { latest } from "../session/reply-states.ts";
import type { ClosedState, ReplyState, ThanksState } from "../session/state.ts";
import { announceLater } from "../announce-later.ts";
import { drawNote } from "../pieces/note.ts";
import { createReplyDesk } from "../session/reply-desk.ts";
import { afterFindStyles as styles } from "../styles/after-find.ts";
import { createLater } from "./later.ts";
import { drawClosed } from "./closed.ts";
import { drawComing } from "./coming.ts";
import { drawGuests } from "./guests.ts";
import { drawQuestions } from "./questions.ts";
import { drawReview } from "./review.ts";
import { asideFile } from "./aside-file.ts";
import { drawSkeleton } from "./skeleton.ts";
import { drawThanks } from "./thanks.ts";

function drawAfterFind(
  showing: ShowingReply,
  state: ReplyState | ThanksState | ClosedState,
  preset: string,
) {
  if (isAwaited(state)) return drawSkeleton(showing.words);
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

export const afterFind = {
  announceLater,
  createLater,
  createReplyDesk,
  drawAfterFind,
  drawNote,
  styles,
};

/** Whether this step shows at once what is on its way with the saved reply: nothing must jump when it comes. */
function isAwaited(state: ReplyState | ThanksState | ClosedState): boolean {
  if (asideFile.file !== undefined) return false;
  if (state.step === "thanks") return !state.fresh;
  if (state.step === "closed") return true;
  return state.step === "review" && latest(state).view.reply !== null;
}
