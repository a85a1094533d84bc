import { html } from "lit";
import type { ThanksState } from "../session/state.ts";
import { asideFile } from "../steps/aside-file.ts";
import type { ShowingReply } from "./showing.ts";

/** Changing the saved reply, or taking it back: quietly offered, asked once more in place, then done. */
export function drawSavedWays(showing: ShowingReply, state: ThanksState) {
  const { words, reply } = showing;
  if (state.withdrawing !== "no") return asideFile.file?.drawWithdrawal(showing, state);
  const guests = state.visit.view.party.guests.length;
  const withdraw = async () => (await asideFile.load())?.askWithdrawal(reply.core, true);
  return html`
    <div class="ways" part="ways">
      <button type="button" part="button" @click="${reply.editReply}">
        ${words.changeReply(guests)}
      </button>
      <button type="button" part="button quiet-button" class="plain" id="withdraw"
        @click="${withdraw}">
        ${words.withdraw(guests)}
      </button>
    </div>
  `;
}
