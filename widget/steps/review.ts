import { html, nothing } from "lit";
import { drawNotice } from "../pieces/notice.ts";
import { drawPage } from "../pieces/page.ts";
import type { ShowingReply } from "../pieces/showing.ts";
import { drawSummary, type Told } from "../pieces/summary.ts";
import { placeTroubles } from "../pieces/placing.ts";
import { pagesOf } from "../session/pages.ts";
import { latest } from "../session/reply-states.ts";
import type { ReplyState } from "../session/state.ts";
import { comers, submissionOf } from "../session/submission.ts";
import { summarise } from "../summary.ts";
import { asideFile } from "./aside-file.ts";

type ReviewState = Extract<ReplyState, { step: "review" }>;

/** The whole reply in sentences, before it is sent. */
export function drawReview(showing: ShowingReply, state: ReviewState) {
  const { words, reply } = showing;
  const { visit: { view }, draft, form, sending } = state;
  const summary = summarise(showing, view, submissionOf(view, draft));
  const known = latest(state).view;
  const aside = asideFile.file;
  const changed = known.reply &&
    aside?.changesBetween(
      summarise(showing, known, known.reply),
      summary,
      comers(view, draft),
    );
  const idle = changed?.changes.length === 0;
  const way = (part: Told) => sending === "no" ? drawChange(showing, state, part) : nothing;
  const backs = {
    no: undefined,
    now: null,
    waiting: { label: words.takeBack, act: reply.takeBack },
  };
  const back = backs[sending];
  return drawPage(showing, state, {
    heading: words.reviewHeading,
    body: html`
      ${changed ? aside?.drawChanges(words, form, changed, way) : drawSummary(summary, way)}
      ${sending === "waiting" ? drawNotice(words.waiting) : nothing}
    `,
    placing: placeTroubles(showing, state),
    next: idle
      ? words.keepSaved
      : sending === "no"
      ? words.send(view.party.guests.length)
      : sending === "waiting"
      ? words.waitingButton
      : words.sending,
    onNext: idle ? reply.keepSaved : reply.send,
    resting: sending !== "no",
    back,
  });
}

function drawChange({ words, reply }: ShowingReply, { visit, draft }: ReviewState, part: Told) {
  const guest = typeof part === "object" ? part : null;
  const page = pagesOf(visit.view, draft).find((one) =>
    guest && one.step === "guests" ? one.guestIds.includes(guest.guestId) : one.step === part
  );
  if (!page) return nothing;
  const label = guest
    ? words.changeGuest(guest.name)
    : part === "coming"
    ? words.changeComing
    : words.changeAnswers;
  return html`
    <button
      type="button"
      part="link"
      class="link"
      aria-label="${label}"
      @click="${() => reply.turnTo(page)}"
    >
      ${words.change}
    </button>
  `;
}
