import { html, nothing } from "lit";
import type { SiteForm } from "../../shared/site.ts";
import type { Showing } from "./showing.ts";

/** How many will be there, where the couple shows it; nought would only look sad. */
export function drawCounter(
  { words, formats }: Pick<Showing, "words" | "formats">,
  form: SiteForm,
) {
  if (!form.counter?.attending) return nothing;
  const { attending } = form.counter;
  const shown = formats.number(attending);
  return html`<p class="counter" part="counter">${words.counter(attending, shown)}</p>`;
}
