import type { Asked, Choice, ChoiceControl, TextControl } from "./asked.ts";
import { attribute, flag, markup, type Piece } from "./markup.ts";
import type { Showing } from "./showing.ts";

interface Drawn {
  asked: Asked;
  /** What is wrong with the answer, in words. */
  trouble?: string | undefined;
  /** The page was drawn for this. */
  focused?: boolean;
}

/** One thing asked, with its control and what is wrong with it. */
export function drawAsked(showing: Pick<Showing, "words">, drawn: Drawn): Piece {
  const { control } = drawn.asked;
  return control.of === "text"
    ? drawField(showing, drawn, control)
    : drawChoices(showing, drawn, control);
}

/** Where a link to this thing leads: the control, or the first of them. */
export function idOf({ name, control }: Asked): string {
  if (control.of === "text") return name;
  const open = control.choices.findIndex(({ taken }) => !taken);
  return `${name}-${Math.max(open, 0)}`;
}

function drawField(
  { words }: Pick<Showing, "words">,
  { asked, trouble, focused = false }: Drawn,
  { value, most, long, autocomplete }: TextControl,
): Piece {
  const { name, label, optional, hint } = asked;
  const common = markup`id="${name}" name="${name}" maxlength="${most}" dir="auto"${
    attribute("aria-describedby", describedBy(asked, trouble))
  }${attribute("aria-invalid", trouble && "true")}${flag("autofocus", focused)}`;
  // A line break after the opening tag is not part of the value.
  const control = long
    ? markup`<textarea ${common} rows="3">
${value}</textarea>`
    : markup`<input ${common} type="text" value="${value}"${
      attribute("autocomplete", autocomplete)
    }>`;
  return markup`<div class="field">
  <label for="${name}"><bdi>${label}</bdi>${aside(optional ? words.optional : "")}</label>
  ${drawHint(name, hint)}${drawTrouble(name, trouble)}
  ${control}
</div>`;
}

function drawChoices(
  { words }: Pick<Showing, "words">,
  { asked, trouble, focused = false }: Drawn,
  { of, as, choices }: ChoiceControl,
): Piece {
  const { name, label, optional, hint } = asked;
  const first = choices.findIndex(({ chosen, taken }) => chosen || !taken);
  return markup`<fieldset role="${of === "one" ? "radiogroup" : "group"}"${
    attribute("aria-describedby", describedBy(asked, trouble))
  }${attribute("aria-invalid", of === "one" && trouble ? "true" : undefined)}>
  <legend><bdi>${label}</bdi>${aside(optional ? words.optional : "")}</legend>
  ${drawHint(name, hint)}${drawTrouble(name, trouble)}
  <div class="${as}">${choices.map((choice, at) => drawChoice(choice, at))}</div>
</fieldset>`;

  function drawChoice({ value, label, note, chosen, taken = false }: Choice, at: number): Piece {
    const type = of === "one" ? "radio" : "checkbox";
    return markup`
    <label class="choice${taken ? " taken" : ""}">
      <input id="${name}-${at}" type="${type}" name="${name}" value="${value}"${
      flag("checked", chosen)
    }${flag("disabled", taken && !chosen)}${flag("autofocus", focused && at === first)}>
      <span><bdi>${label}</bdi>${note ? markup` <small><bdi>${note}</bdi></small>` : ""}</span>
    </label>`;
  }
}

/** What is wrong, in words beside an icon. */
export function drawTrouble(name: string, phrase: string | undefined): Piece | "" {
  if (!phrase) return "";
  return markup`<p class="trouble" id="${name}-trouble">${icon}<span>${phrase}</span></p>`;
}

export const icon = markup`<svg viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="9"
/><path d="M10 5.5v5.5M10 14v.5"/></svg>`;

function drawHint(name: string, hint: string | undefined): Piece | "" {
  return hint ? markup`<p class="hint" id="${name}-hint"><bdi>${hint}</bdi></p>` : "";
}

function aside(text: string): Piece | "" {
  return text ? markup` <span class="aside">(${text})</span>` : "";
}

function describedBy({ name, hint }: Asked, trouble: string | undefined): string | undefined {
  const ids = [...(hint ? [`${name}-hint`] : []), ...(trouble ? [`${name}-trouble`] : [])];
  return ids.length > 0 ? ids.join(" ") : undefined;
}
