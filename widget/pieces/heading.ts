import { html, nothing } from "lit";
import { pagesOf } from "../session/pages.ts";
import type { ReplyState } from "../session/state.ts";
import type { Showing } from "./showing.ts";

/** A step's heading takes the focus when the step appears. */
export function drawHeading(text: string, progress?: string) {
  return html`
    ${progress ? html`<p class="progress quiet" part="progress" id="progress">${progress}</p>` : nothing}
    <h2 part="heading" tabindex="-1" aria-describedby="${progress ? "progress" : nothing}">${text}</h2>
  `;
}

/** "2 of 4" */
export function progressOf({ words, formats }: Showing, state: ReplyState): string {
  const pages = pagesOf(state.visit.view, state.draft);
  const at = pages.indexOf(state.step) + 1;
  return words.progress(formats.number(at), formats.number(pages.length));
}
