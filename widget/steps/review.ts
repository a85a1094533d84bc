import { html, nothing } from "lit";
import { drawPage } from "../pieces/page.ts";
import type { ShowingReply } from "../pieces/showing.ts";
import { drawSummary, type Told } from "../pieces/summary.ts";
import { placeTroubles } from "../pieces/placing.ts";
import { pagesOf } from "../session/pages.ts";
import type { ReplyState } from "../session/state.ts";
import { submissionOf } from "../session/submission.ts";
import { summarise } from "../summary.ts";

type ReviewState = Extract<ReplyState, { step: "review" }>;

/** The whole reply in sentences, before it is sent. */
export function drawReview(showing: ShowingReply, state: ReviewState) {
  const { words, reply } = showing;
  const { visit: { view }, draft, form, sending } = state;
  const summary = summarise(showing, view, submissionOf(view, draft));
  const backs = {
    no: { label: words.back, act: reply.back },
    now: undefined,
    waiting: { label: words.takeBack, act: reply.takeBack },
  };
  const back = backs[sending];
  return drawPage(showing, state, {
    heading: words.reviewHeading,
    body: html`
      ${drawSummary(
        summary,
        (part) => sending === "no" ? drawChange(showing, state, part) : nothing,
      )}
      ${sending === "waiting"
        ? html`<p class="notice" part="notice">${words.waiting}</p>`
        : nothing}
    `,
    placing: placeTroubles(words, form, state.troubles),
    next: sending === "no" ? words.send(view.party.guests.length) : words.sending,
    onNext: reply.send,
    resting: sending !== "no",
    ...(back && { back }),
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
