import { html, nothing } from "lit";
import { asIfComing, pagesOf, placeOf } from "../session/pages.ts";
import type { ReplyState } from "../session/state.ts";
import { drawHeading } from "./heading.ts";
import { onSend, type Piece, type ShowingReply } from "./showing.ts";
import type { Placing } from "./placing.ts";

interface Page {
  heading: unknown;
  /** Evaluated before the rest, so that what no place took can be said beside the button. */
  body: unknown;
  placing: Placing;
  next: string;
  onNext: () => unknown;
  /** The button does nothing just now; what it says tells why. */
  resting?: boolean;
  back?: { label: string; act: () => unknown };
}

/** The frame of every page of a reply: progress, heading, what was kept, the way on and back. */
export function drawPage(showing: ShowingReply, state: ReplyState, page: Page): Piece {
  const { heading, body, placing, next, onNext, resting = false, back } = page;
  return html`
    <form class="step" part="step ${state.step}" novalidate @submit="${onSend(onNext)}">
      ${drawHeading(heading, progressOf(showing, state))} ${drawRestored(showing, state)}
      ${drawElsewhere(showing, state)} ${body}
      ${placing.rest()}
      <div class="ways">
        <button part="button primary" class="primary" aria-disabled="${resting}">${next}</button>
        ${back
          ? html`
            <button type="button" part="button quiet-button" class="plain"
              @click="${back
                .act}">${back.label}</button>
          `
          : nothing}
      </div>
    </form>
  `;
}

function drawRestored({ words, reply }: ShowingReply, state: ReplyState) {
  if (!state.restored || (state.step === "review" && state.sending !== "no")) return nothing;
  return html`
    <p class="notice" part="notice">
      ${words.restored}
      <button type="button" part="link" class="link" @click="${reply.startAfresh}">
        ${words.startAfresh}
      </button>
    </p>
  `;
}

function drawElsewhere({ words, reply }: ShowingReply, state: ReplyState) {
  if (!state.elsewhere || (state.step === "review" && state.sending !== "no")) return nothing;
  return html`
    <p class="notice" part="notice">
      ${words.changedMeanwhile}
      <button type="button" part="link" class="link" @click="${reply.takeOver}">
        ${words.showOther}
      </button>
    </p>
  `;
}

/** "2 of 4" */
function progressOf({ words, formats }: ShowingReply, state: ReplyState): string {
  const { step, visit: { view }, draft } = state;
  // Until they have answered, guests are taken to come: the number of pages does not grow on the way.
  const pages = pagesOf(view, step === "coming" ? asIfComing(view, draft) : draft);
  const at = placeOf(state, pages) + 1;
  return words.progress(formats.number(at), formats.number(pages.length));
}
