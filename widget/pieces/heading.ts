import { html, nothing } from "lit";

/** A step's heading takes the focus when the step appears. */
export function drawHeading(text: unknown, progress?: string) {
  return html`
    ${progress
      ? html`<p class="progress quiet" part="progress" id="progress">${progress}</p>`
      : nothing}
    <h2 part="heading" tabindex="-1" aria-describedby="${progress
      ? "progress"
      : nothing}">${text}</h2>
  `;
}
