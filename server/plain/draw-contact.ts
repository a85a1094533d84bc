import { markup, type Piece } from "./markup.ts";
import type { Showing } from "./showing.ts";

/** How the couple can be reached beside the form. */
export function drawContact({ words, form: { contact: { mail, phone } } }: Showing): Piece | "" {
  if (!mail && !phone) return "";
  const call = phone?.replace(/[^\d+]/g, "");
  return markup`<p class="contact"><span>${words.reachUs}</span>
  ${mail ? markup`<a href="mailto:${mail}" dir="ltr">${mail}</a>` : ""}
  ${phone ? markup`<a href="tel:${call}" dir="ltr">${phone}</a>` : ""}</p>`;
}
