import { html, nothing } from "lit";
import type { SiteForm } from "../../shared/site.ts";
import type { Words } from "../words/words.ts";

/** How the couple can be reached beside the form. */
export function drawContact(words: Words, { contact: { mail, phone } }: SiteForm) {
  if (!mail && !phone) return nothing;
  return html`
    <p class="links" part="contact">
      <span>${words.reachUs}</span>
      ${mail ? html`<a href="mailto:${mail}">${mail}</a>` : nothing}
      ${phone ? html`<a href="tel:${phone.replace(/[^\d+]/g, "")}">${phone}</a>` : nothing}
    </p>
  `;
}
