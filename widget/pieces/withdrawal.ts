import { html, nothing } from "lit";
import type { ThanksState } from "../session/state.ts";
import { askWithdrawal, withdrawReply } from "../session/withdrawing.ts";
import { focusLater } from "./focus-later.ts";
import { drawNotice } from "./notice.ts";
import type { ShowingReply } from "./showing.ts";

/** Whether taking the reply back is meant; then what becomes of it. */
export function drawWithdrawal(
  { words, reply: { core } }: ShowingReply,
  { withdrawing }: ThanksState,
) {
  const keep = ({ target }: Event) => {
    askWithdrawal(core, false);
    focusLater(target, "withdraw");
  };
  const asked = withdrawing === "asked";
  const labels = {
    no: words.withdrawYes,
    asked: words.withdrawYes,
    now: words.withdrawing,
    waiting: words.waitingButton,
  };
  return html`
    <section class="withdraw" part="withdraw">
      <p class="opened" tabindex="-1">${words.withdrawSure}</p>
      ${withdrawing === "waiting" ? drawNotice(words.waiting) : nothing}
      <div class="ways" part="ways">
        ${withdrawing === "now" ? nothing : html`
          <button type="button" part="button primary" class="primary"
            @click="${keep}">${words.withdrawNo}</button>
        `}
        <button type="button" part="button" aria-disabled="${!asked}"
          @click="${() => withdrawReply(core)}">
          ${labels[withdrawing]}
        </button>
      </div>
    </section>
  `;
}
