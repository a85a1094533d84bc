import { markup } from "./markup.ts";
import type { OpenVisit } from "./open-visit.ts";
import { plainPage } from "./page.ts";
import type { Showing } from "./showing.ts";

/** Asks whether the reply is really to be taken back; nothing happens before the button is pressed. */
export function withdrawPage(
  showing: Showing,
  { token, view }: OpenVisit,
  key: string,
): Promise<Response> {
  const { words, path } = showing;
  return plainPage(showing, {
    heading: words.withdraw(view.party.guests.length),
    body: markup`
    <p>${words.withdrawSure}</p>
    <form method="post" action="${path}/plain/withdraw">
      <input type="hidden" name="rsvp" value="${token}">
      <input type="hidden" name="key" value="${key}">
      <div class="ways">
        <button>${words.withdrawYes}</button>
        <a class="button primary" href="${path}/plain?rsvp=${token}">${words.withdrawNo}</a>
      </div>
    </form>`,
  });
}
