import { html, nothing } from "lit";
import type { Line, Summary } from "../summary.ts";

/** A part of a reply that can be changed by itself. */
export type Told = "coming" | "questions" | { guestId: string; name: string };

/** A reply as it reads; `change` draws the way back to a part of it. */
export function drawSummary(
  { coming, guests, answers, note }: Summary,
  change: (part: Told) => unknown = () => nothing,
) {
  const word = note ? html`<blockquote part="word" dir="auto">${note}</blockquote>` : nothing;
  return [
    coming.length
      ? drawTold(coming.map((sentence) => html`<p>${sentence}</p>`), change("coming"))
      : nothing,
    ...guests.map((guest) => drawTold(drawGuest(guest), change(guest))),
    answers.length || note ? drawTold([answers.map(drawLine), word], change("questions")) : nothing,
  ];
}

function drawGuest({ name, kitchen, answers }: Summary["guests"][number]) {
  return html`
    <h3><bdi>${name}</bdi></h3>
    ${kitchen ? html`<p>${kitchen}</p>` : nothing} ${answers.map(drawLine)}
  `;
}

export function drawTold(body: unknown, change: unknown) {
  return html`
    <div class="told" part="told">
      <div>${body}</div>
      ${change}
    </div>
  `;
}

function drawLine({ question, answer }: Line) {
  return html`<p><bdi class="quiet" part="asked">${question}</bdi><br><bdi>${answer}</bdi></p>`;
}
