import { guestIn } from "../../widget/session/draft.ts";
import type { ReplyState } from "../../widget/session/state.ts";
import { nameOf } from "../../widget/summary.ts";
import type { Section } from "./asked.ts";
import { markup, type Piece } from "./markup.ts";
import type { Showing } from "./showing.ts";

/** What one guest is asked, under the guest's name where the page's heading does not say it. */
export function drawGuest(
  { words }: Showing,
  { step, draft }: ReplyState,
  { guest }: Section,
  asked: Piece[],
  sections: number,
): Piece {
  if (!guest) return markup`${asked}`;
  const name = nameOf({ words }, guest, guest.kind === "open" ? guestIn(draft, guest.id) : {});
  const named = step === "coming" || sections > 1;
  const age = guest.age === "adult" ? "" : markup` <span class="aside">${words[guest.age]}</span>`;
  return markup`<section class="guest${named ? "" : " only"}" role="group" aria-label="${name}">
    ${named ? markup`<h2><bdi>${name}</bdi>${age}</h2>` : ""}
    ${asked}
  </section>`;
}
