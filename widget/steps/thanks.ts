import { html, nothing } from "lit";
import { drawCounter } from "../pieces/counter.ts";
import { drawHeading } from "../pieces/heading.ts";
import { drawNotice } from "../pieces/notice.ts";
import { drawNote } from "../pieces/note.ts";
import type { ShowingReply } from "../pieces/showing.ts";
import { drawSummary } from "../pieces/summary.ts";
import { drawTrouble, phraseOf } from "../pieces/trouble.ts";
import { drawSavedWays } from "../pieces/saved-ways.ts";
import type { ThanksState } from "../session/state.ts";
import { summarise } from "../summary.ts";
import { asideFile } from "./aside-file.ts";

/** What the party has saved: just now, or when it comes back. */
export function drawThanks(showing: ShowingReply, state: ThanksState, preset: string) {
  const { words } = showing;
  const { form, visit, fresh, changedElsewhere, unsent, trouble } = state;
  const { view } = visit;
  if (!view.reply) return nothing;
  const aside = asideFile.file;
  const closed = view.replies === "closed";
  return html`
    <div class="step" part="step thanks">
      <div class="head" part="head">
        <slot name="picture">${aside?.drawFlourish(preset)}</slot>
        ${drawHeading(fresh ? words.thanksHeading : words.savedHeading)}
        ${fresh ? drawThanked(showing, state) : aside?.drawWhenSaved(showing, state)}
      </div>
      ${changedElsewhere ? drawNotice(words.changedElsewhere) : nothing}
      <slot name="thanks"></slot>
      ${drawSummary(summarise(showing, view, view.reply))} ${aside?.drawAttended(showing, state)}
      ${drawCounter(showing, form)} ${aside?.drawPersonalLink(words, visit.token)}
      ${drawTrouble("saved-trouble", trouble && phraseOf(words, trouble, { names: form.names }))}
      ${closed
        ? drawClosedNow(showing, state)
        : html`${unsent ? aside?.drawUnsent(showing) : nothing} ${drawSavedWays(showing, state)}`}
    </div>
  `;
}

/** Thanks for whoever comes; who does not know yet is told until when to say. */
function drawThanked({ words, formats }: ShowingReply, { form, visit: { view } }: ThanksState) {
  const answers = view.reply?.guests.flatMap((guest) => guest.replies) ?? [];
  const says = (answer: boolean | null) => answers.some((one) => one.attending === answer);
  const { deadline, zone } = form;
  const until = deadline && view.replies === "open"
    ? words.replyBy(formats.dayIn(deadline.at, zone))
    : "";
  const unsure = says(null);
  return [
    says(true) ? words.thanksComing : unsure ? "" : words.thanksAway,
    unsure ? `${words.thanksUnsure} ${until}` : "",
  ].filter(Boolean).map((text) => html`<p>${text}</p>`);
}

function drawClosedNow(showing: ShowingReply, state: ThanksState) {
  const { words } = showing;
  const { form } = state;
  return html`
    <p>${words.closedSaved(form.names)}</p>
    ${form.deadline?.message ? html`<p dir="auto">${form.deadline.message}</p>` : nothing}
    ${asideFile.file?.drawContact(words, form)} ${drawNote(showing, state)}
  `;
}
