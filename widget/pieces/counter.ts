import { html, nothing } from "lit";
import type { SiteForm } from "../../shared/site.ts";
import type { Showing } from "./showing.ts";

/** How many will be there, where the couple shows it. */
export function drawCounter(
  { words, formats }: Pick<Showing, "words" | "formats">,
  form: SiteForm,
) {
  if (!form.counter) return nothing;
  const { attending } = form.counter;
  const shown = formats.number(attending);
  return html`<p class="counter" part="counter">${words.counter(attending, shown)}</p>`;
}
