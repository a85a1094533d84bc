import { html, nothing } from "lit";
import type { SiteForm } from "../../shared/site.ts";
import type { Showing } from "./showing.ts";

/** Whose wedding it is and when, and the couple's first words. */
export function drawWelcome({ formats }: Pick<Showing, "formats">, form: SiteForm) {
  const { names, date, intro } = form;
  return {
    names: html`
      <p class="quiet" part="names"><bdi>${names}</bdi> · ${formats.day(date)}</p>
    `,
    intro: html`<slot name="intro">${
      intro ? html`<p class="intro" part="intro" dir="auto">${intro}</p>` : nothing
    }</slot>`,
  };
}
