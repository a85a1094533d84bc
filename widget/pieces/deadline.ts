import { html, nothing } from "lit";
import type { SiteForm } from "../../shared/site.ts";
import type { Showing } from "./showing.ts";

/** Until when the couple would like to know; after that day, that they still take replies. */
export function drawDeadline(
  { words, formats }: Pick<Showing, "words" | "formats">,
  { deadline, zone, replies }: SiteForm,
) {
  if (!deadline) return nothing;
  const day = formats.dayIn(deadline.at, zone);
  return html`
    <p class="quiet" part="deadline">${replies === "late"
      ? words.lateHint(day)
      : words.replyBy(day)}</p>
  `;
}
