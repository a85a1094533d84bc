import { html, nothing } from "lit";

/** Something to know, without harm; and what can be done about it. */
export function drawNotice(phrase: string, way?: { label: string; act: () => unknown }) {
  return html`
    <p class="notice" part="notice">
      ${phrase} ${way
        ? html`<button type="button" part="link" class="link" @click="${way.act}">${way.label}</button>`
        : nothing}
    </p>
  `;
}
