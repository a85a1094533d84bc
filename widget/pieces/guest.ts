import { html, nothing } from "lit";
import type { Guest } from "../../shared/party.ts";
import { guestIn } from "../session/draft.ts";
import type { ReplyState } from "../session/state.ts";
import { nameOf } from "../summary.ts";
import type { ShowingReply } from "./showing.ts";

/** The name of a guest as the draft has it: an open seat is called by whoever takes it, `seat` while nobody does. */
export function nameIn(
  showing: ShowingReply,
  { draft }: ReplyState,
  guest: Guest,
  seat?: string,
): string {
  return nameOf(showing, guest, guest.kind === "open" ? guestIn(draft, guest.id) : {}, seat);
}

/** One guest's part of a page; `named`: under the guest's name, where the page's heading does not say it. */
export function drawGuest(
  showing: ShowingReply,
  state: ReplyState,
  guest: Guest,
  { named, body }: { named: boolean; body: unknown },
) {
  const { age } = guest;
  const name = nameIn(showing, state, guest);
  const ageWord = age === "adult"
    ? nothing
    : html`<span class="aside" part="aside">${showing.words[age]}</span>`;
  return html`
    <section class="${named
      ? "guest"
      : "guest only"}" part="guest" role="group" aria-label="${name}">
      ${named
        ? html`<h3 part="guest-name" tabindex="-1"><bdi>${name}</bdi> ${ageWord}</h3>`
        : nothing} ${body}
    </section>
  `;
}
