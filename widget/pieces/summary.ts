import { html, nothing } from "lit";
import type { Summary } from "../summary.ts";

type Part = "coming" | "kitchen" | "questions";

/** A reply as it reads; `change` draws the way back to a part of it. */
export function drawSummary(
  { coming, kitchen, answers, note }: Summary,
  change: (part: Part) => unknown = () => nothing,
) {
  const lines = (list: Summary["answers"]) =>
    list.map(({ lead, text }) => html`<p><strong>${lead}</strong> ${text}</p>`);
  const section = (part: Part, body: unknown, filled: boolean) =>
    filled
      ? html`
        <div class="told" part="told">
          <div>${body}</div>
          ${change(part)}
        </div>
      `
      : nothing;
  const told = note ? html`<blockquote part="word">${note}</blockquote>` : nothing;
  return html`
    ${section("coming", coming.map((sentence) => html`<p>${sentence}</p>`), true)}
    ${section("kitchen", lines(kitchen), kitchen.length > 0)}
    ${section("questions", html`${lines(answers)}${told}`, answers.length > 0 || note !== "")}
  `;
}
