import { html } from "lit";
import { drawHeading } from "../pieces/heading.ts";
import type { Showing } from "../pieces/showing.ts";
import { drawTrouble, phraseOf } from "../pieces/trouble.ts";
import type { AwayState } from "../session/state.ts";

/** The form itself cannot be had: says why, and goes on by itself or on a press. */
export function drawAway({ words, session }: Showing, { trouble }: AwayState, site: string) {
  return html`
    <div class="step" part="step away">
      ${drawHeading(words.awayHeading)} ${drawTrouble("away-trouble", phraseOf(words, trouble, { site }))}
      <button type="button" part="button" @click="${session.retry}">${words.retry}</button>
    </div>
  `;
}

/** Holds the place of the first step; shows itself only when the line is slow. */
export function drawSkeleton({ words }: Pick<Showing, "words">) {
  return html`
    <div class="skeleton" part="skeleton">
      <span class="hidden">${words.loading}</span>
      <i class="short"></i><i class="tall"></i><i></i><i class="half"></i>
      <i class="gap"></i><i class="box"></i><i class="box"></i>
    </div>
  `;
}
