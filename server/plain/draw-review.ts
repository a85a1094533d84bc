import { type Changes, changesBetween } from "../../widget/changes-between.ts";
import type { ReplyState } from "../../widget/session/state.ts";
import { comers, submissionOf } from "../../widget/session/submission.ts";
import { summarise, type Summary } from "../../widget/summary.ts";
import { drawChanges } from "./draw-changes.ts";
import { drawSummary } from "./draw-summary.ts";
import { markup, type Piece } from "./markup.ts";
import type { Showing } from "./showing.ts";

/** The whole reply in sentences, before it is sent; over a saved one, what will change. */
export function drawReview(showing: Showing, state: ReplyState): Piece {
  const { words } = showing;
  const changes = changesOf(showing, state);
  return changes
    ? drawChanges(showing, changes, drawChange)
    : drawSummary(summaryOf(showing, state), drawChange);

  function drawChange(page: string, name: string): Piece {
    const label = page === "coming"
      ? words.changeComing
      : page === "questions"
      ? words.changeAnswers
      : words.changeGuest(name);
    return markup`<button class="link" name="go" value="to.${page}" aria-label="${label}">${words.change}</button>`;
  }
}

/** What the reply says otherwise than the saved one; undefined where none is saved. */
export function changesOf(showing: Showing, state: ReplyState): Changes | undefined {
  const { view } = state.visit;
  if (!view.reply) return undefined;
  const saved = summarise(showing, view, view.reply);
  return changesBetween(saved, summaryOf(showing, state), comers(view, state.draft));
}

function summaryOf(showing: Showing, { draft, visit: { view } }: ReplyState): Summary {
  return summarise(showing, view, submissionOf(view, draft));
}
