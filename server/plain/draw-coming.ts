import { guestIn } from "../../widget/session/draft.ts";
import { eventsOf } from "../../widget/session/menu.ts";
import type { ReplyState } from "../../widget/session/state.ts";
import { drawDeadline } from "./draw-deadline.ts";
import { drawEvents } from "./draw-events.ts";
import { flag, markup, type Piece } from "./markup.ts";
import type { Showing } from "./showing.ts";
import { forAll } from "./turn-page.ts";

/** Up to so many answers stand there at once; a larger party is asked as one first. */
const fewAnswers = 4;

/** What the party is invited to, an answer for all, and one for each. */
export function drawComing(showing: Showing, state: ReplyState, sections: Piece[]): Piece {
  const { words } = showing;
  const { view } = state.visit;
  return markup`
    <p class="names"><bdi>${view.party.name}</bdi></p>
    ${state.withdrawn ? markup`<p class="notice">${words.withdrawn}</p>` : ""}
    ${view.reply ? "" : drawDeadline(showing)}
    ${drawEvents(showing, view.events)}
    <div class="halves">
      ${drawForAll(state, "all", words.allComing(view.party.guests.length))}
      ${drawForAll(state, "none", words.noneComing(view.party.guests.length))}
      ${showing.form.notSure ? drawForAll(state, "unsure", words.notSure) : ""}
    </div>
    ${drawEach(showing, state, sections)}`;
}

/** One answer for each guest and event; where there is but one, the answers for all are it. */
function drawEach({ words }: Showing, state: ReplyState, sections: Piece[]): Piece | Piece[] | "" {
  const { troubles, visit: { view } } = state;
  const { guests } = view.party;
  const asked = guests.flatMap((guest) => eventsOf(view, guest)).length;
  const named = guests.every(({ kind }) => kind === "named");
  if (asked === 1 && named && troubles.length === 0) return "";
  if (asked <= fewAnswers) return sections;
  return markup`<details${flag("open", isApart(state))}>
      <summary>${words.oneByOne}</summary>
      <div class="apart">${sections}</div>
    </details>`;
}

function drawForAll(state: ReplyState, go: keyof typeof forAll, label: string): Piece {
  const { draft, visit: { view } } = state;
  const chosen = view.party.guests.every((guest) =>
    eventsOf(view, guest).every(({ id }) => guestIn(draft, guest.id).attending[id] === forAll[go])
  );
  return markup`<button class="for-all" name="go" value="${go}" aria-pressed="${chosen}">${label}</button>`;
}

/** Whether anything was answered already, or is wrong: then the answers stay in sight. */
function isApart({ troubles, apart, draft, visit: { view } }: ReplyState): boolean {
  const answered = Object.values(draft.guests)
    .some(({ attending }) => Object.keys(attending).length > 0);
  return apart || answered || troubles.length > 0 || view.reply !== null;
}
