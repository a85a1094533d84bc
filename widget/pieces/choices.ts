import { html, nothing } from "lit";
import { drawTrouble } from "./trouble.ts";

interface Choice {
  value: string;
  label: unknown;
  note?: string | undefined;
  chosen: boolean;
  /** It can no longer be chosen. */
  taken?: boolean;
}

interface Choices {
  id: string;
  legend: unknown;
  hint?: unknown;
  /** one: a radio group. some: checkboxes. */
  of: "one" | "some";
  /** How they stand: side by side, in rows of what fits, wrapping, or as tiles with a note. */
  as: "halves" | "rows" | "pills" | "tiles";
  choices: Choice[];
  trouble?: string | undefined;
  onChoose: (value: string, chosen: boolean) => void;
}

/** A question with large answers: the whole surface of each can be pressed. */
export function drawChoices(asked: Choices) {
  const { id, legend, hint, of, as, choices, trouble, onChoose } = asked;
  const described = [hint ? `${id}-hint` : "", trouble ? `${id}-trouble` : ""].join(" ").trim();
  return html`
    <fieldset
      part="question"
      role="${of === "one" ? "radiogroup" : "group"}"
      aria-describedby="${described || nothing}"
      data-place
    >
      <legend part="label">${legend}</legend>
      ${hint ? html`<p class="hint" part="hint" id="${id}-hint"><bdi>${hint}</bdi></p>` : nothing}
      ${drawTrouble(`${id}-trouble`, trouble)}
      <div class="${as}" part="choices">${choices.map(drawChoice)}</div>
    </fieldset>
  `;

  function drawChoice({ value, label, note, chosen, taken = false }: Choice) {
    const names = ["choice", chosen && "chosen", taken && "taken"].filter(Boolean).join(" ");
    return html`
      <label class="${names}" part="${names}">
        <input
          type="${of === "one" ? "radio" : "checkbox"}"
          name="${id}"
          value="${value}"
          .checked="${chosen}"
          ?disabled="${taken}"
          @change="${(event: Event) => onChoose(value, isChecked(event))}"
        ><bdi>${label}</bdi>${note
          ? html`<small part="choice-note"><bdi>${note}</bdi></small>`
          : nothing}
      </label>
    `;
  }
}

function isChecked({ target }: Event): boolean {
  return target instanceof HTMLInputElement && target.checked;
}
