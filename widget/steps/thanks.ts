import { html, nothing } from "lit";
import { drawFlourish } from "../look/flourish.ts";
import { drawContact } from "../pieces/contact.ts";
import { drawCounter } from "../pieces/counter.ts";
import { drawHeading } from "../pieces/heading.ts";
import { drawNote } from "../pieces/note.ts";
import type { ShowingReply } from "../pieces/showing.ts";
import { drawSummary } from "../pieces/summary.ts";
import type { ThanksState } from "../session/state.ts";
import { summarise } from "../summary.ts";

/** What the party has saved: just now, or when it comes back. */
export function drawThanks(showing: ShowingReply, state: ThanksState, preset: string) {
  const { words } = showing;
  const { form, visit: { view }, fresh, changedElsewhere, unsent } = state;
  if (!view.reply) return nothing;
  const anybody = view.reply.guests.some((guest) => guest.replies.some((one) => one.attending));
  const closed = view.replies === "closed";
  return html`
    <div class="step thanks" part="step thanks">
      <div class="head">
        <slot name="picture">${drawFlourish(preset)}</slot>
        ${drawHeading(fresh ? words.thanksHeading : words.savedHeading)}
        <p class="intro">
          ${fresh ? anybody ? words.thanksComing : words.thanksAway : whenSaved(showing, state)}
        </p>
      </div>
      ${changedElsewhere
        ? html`<p class="notice" part="notice">${words.changedElsewhere}</p>`
        : nothing}
      <slot name="thanks"></slot>
      ${drawSummary(summarise(showing, view, view.reply))} ${drawCounter(showing, form)}
      ${closed ? drawClosedNow(showing, state) : html`
        ${unsent ? drawUnsent(showing) : nothing}
        <button type="button" part="button" @click="${showing.reply.editReply}">
          ${words.changeReply(view.party.guests.length)}
        </button>
      `}
    </div>
  `;
}

function drawClosedNow(showing: ShowingReply, state: ThanksState) {
  const { words } = showing;
  const { form } = state;
  return html`
    <p>${words.closedSaved(form.names)}</p>
    ${form.deadline?.message ? html`<p>${form.deadline.message}</p>` : nothing}
    ${drawContact(words, form)} ${drawNote(showing, state)}
  `;
}

function whenSaved(
  { words, formats }: ShowingReply,
  { form, visit: { view: { reply } } }: ThanksState,
) {
  if (!reply) return nothing;
  const when = formats.moment(reply.submittedAt);
  return reply.by === "member" ? words.notedOn(form.names, when) : words.answeredOn(when);
}

function drawUnsent({ words, reply }: ShowingReply) {
  return html`
    <p class="notice" part="notice">
      ${words.unsent}
      <button type="button" part="link" class="link" @click="${reply.resumeDraft}">
        ${words.resumeDraft}
      </button>
    </p>
  `;
}
