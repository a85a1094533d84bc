import { html } from "lit";
import { drawHeading } from "../pieces/heading.ts";
import type { Showing } from "../pieces/showing.ts";
import { drawTrouble, phraseOf } from "../pieces/trouble.ts";
import type { AwayState } from "../session/state.ts";

/** The form itself cannot be had: says why, and goes on by itself or on a press. */
export function drawAway({ words, session }: Showing, { trouble }: AwayState, site: string) {
  return html`
    <div class="step" part="step away">
      ${drawHeading(words.awayHeading)} ${drawTrouble(
        "away-trouble",
        phraseOf(words, trouble, { site }),
      )}
      <button type="button" part="button" @click="${session.retry}">${words.retry}</button>
    </div>
  `;
}
