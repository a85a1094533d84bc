import { html } from "lit";
import type { FirstWords } from "../words/words.ts";

/** Holds the place of the first step; shows itself only when the line is slow. */
export function drawSkeleton(words: FirstWords) {
  return html`
    <div class="skeleton" part="skeleton">
      <span class="hidden">${words.loading}</span>
      <i class="short"></i><i class="tall"></i><i></i><i class="half"></i>
      <i class="gap"></i><i class="box"></i><i class="box"></i>
    </div>
  `;
}
