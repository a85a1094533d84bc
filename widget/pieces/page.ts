import { html, nothing } from "lit";
import { asIfComing, pagesOf, placeOf } from "../session/pages.ts";
import type { ReplyState } from "../session/state.ts";
import { asideFile } from "../steps/aside-file.ts";
import { drawHeading } from "./heading.ts";
import { onSend, type Piece, type ShowingReply } from "./showing.ts";
import { drawNotice } from "./notice.ts";
import type { Placing } from "./placing.ts";

interface Page {
  /** Above all else. */
  welcome?: unknown;
  heading: unknown;
  /** Evaluated before the rest, so that what no place took can be said beside the button. */
  body: unknown;
  placing: Placing;
  /** The way on; without it, to the next page. */
  next?: string;
  onNext?: () => unknown;
  /** Nothing is answered yet: the answers matter more than the way on. */
  early?: boolean;
  /** The button does nothing just now; what it says tells why. */
  resting?: boolean;
  /** The way back; without it, to the page before. `null`: none. */
  back?: { label: string; act: () => unknown } | null | undefined;
}

/** The frame of every page of a reply: progress, heading, what was kept, the way on and back. */
export function drawPage(showing: ShowingReply, state: ReplyState, page: Page): Piece {
  const { words, reply } = showing;
  const { welcome, heading, body, placing, early, resting = false } = page;
  const { next = words.next, onNext = reply.next } = page;
  const { back = { label: words.back, act: reply.back } } = page;
  const [part, look] = early ? ["button", nothing] : ["button primary", "primary"];
  return html`
    <form class="step" part="step ${state.step}" novalidate @submit="${onSend(onNext)}">
      ${welcome} ${drawHeading(heading, progressOf(showing, state))} ${drawRestored(showing, state)}
      ${asideFile.file?.drawElsewhere(showing, state)} ${body}
      ${placing.rest()}
      <div class="ways" part="ways">
        <button part="${part}" class="${look}" aria-disabled="${resting}">${next}</button>
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
  return drawNotice(words.restored, { label: words.startAfresh, act: reply.startAfresh });
}

/** "2 of 4" */
function progressOf({ words, formats }: ShowingReply, state: ReplyState): string {
  const { step, visit: { view }, draft } = state;
  // Until they have answered, guests are taken to come: the number of pages does not grow on the way.
  const pages = pagesOf(view, step === "coming" ? asIfComing(view, draft) : draft);
  const at = placeOf(state, pages) + 1;
  return words.progress(formats.number(at), formats.number(pages.length));
}
