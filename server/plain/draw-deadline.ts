import { markup, type Piece } from "./markup.ts";
import type { Showing } from "./showing.ts";

/** By when the couple would love to know, or would have. */
export function drawDeadline({ words, formats, form }: Showing): Piece | "" {
  const { deadline, zone, replies } = form;
  if (!deadline) return "";
  const day = formats.dayIn(deadline.at, zone);
  return markup`<p class="quiet">${
    replies === "late" ? words.lateHint(day) : words.replyBy(day)
  }</p>`;
}
