import { html, nothing } from "lit";
import type { ThanksState } from "../session/state.ts";
import type { ShowingReply } from "./showing.ts";

/** When the saved reply came, and from whom. */
export function drawWhenSaved(
  { words, formats }: ShowingReply,
  { form, visit: { view: { reply } } }: ThanksState,
) {
  if (!reply) return nothing;
  const when = formats.moment(reply.submittedAt);
  return html`<p>${
    reply.by === "member" ? words.notedOn(form.names, when) : words.answeredOn(when)
  }</p>`;
}
