import { html, nothing } from "lit";
import { drawTrouble } from "./trouble.ts";
import { typedIn } from "./showing.ts";

interface Field {
  id: string;
  label: string;
  /** Says that it may stay empty. */
  optional?: string;
  hint?: string | undefined;
  value: string;
  most: number;
  onType: (typed: string) => void;
  trouble?: string | undefined;
  autocomplete?: "name" | "off";
  /** Several lines. */
  long?: boolean;
}

export function drawField(field: Field) {
  const { id, label, optional, hint, value, most, onType, trouble, autocomplete = "off" } = field;
  const described = [hint && `${id}-hint`, trouble && `${id}-trouble`].filter(Boolean).join(" ");
  const control = field.long
    ? html`
      <textarea
        id="${id}"
        part="input"
        rows="3"
        maxlength="${most}"
        .value="${value}"
        aria-describedby="${described || nothing}"
        aria-invalid="${trouble ? "true" : nothing}"
        @input="${(event: Event) => onType(typedIn(event))}"
      ></textarea>
    `
    : html`
      <input
        id="${id}"
        part="input"
        type="text"
        maxlength="${most}"
        autocomplete="${autocomplete}"
        .value="${value}"
        aria-describedby="${described || nothing}"
        aria-invalid="${trouble ? "true" : nothing}"
        @input="${(event: Event) => onType(typedIn(event))}"
      >
    `;
  return html`
    <div class="field" part="field" data-place>
      <label for="${id}" part="label">
        <bdi>${label}</bdi> ${optional
          ? html`<span class="aside" part="aside">(${optional})</span>`
          : nothing}
      </label>
      ${hint ? html`<p class="hint" part="hint" id="${id}-hint"><bdi>${hint}</bdi></p>` : nothing}
      ${drawTrouble(`${id}-trouble`, trouble)} ${control}
    </div>
  `;
}
