import { asIfComing, pagesOf, placeOf } from "../../widget/session/pages.ts";
import type { ReplyState } from "../../widget/session/state.ts";
import type { Asked, Section } from "./asked.ts";
import { drawAsked, idOf } from "./draw-asked.ts";
import { drawComing } from "./draw-coming.ts";
import { drawGuest } from "./draw-guest.ts";
import { changesOf, drawReview } from "./draw-review.ts";
import { headingOf } from "./heading.ts";
import { markup, type Piece } from "./markup.ts";
import { plainPage } from "./page.ts";
import { placeTroubles, type Said } from "./placing.ts";
import { soFarOf } from "./reply-state.ts";
import { sectionsOf } from "./sections.ts";
import type { Showing } from "./showing.ts";

export interface ShownReply {
  token: string;
  /** Number of the saved reply that this one was begun over. */
  basedOn: number | null;
  status?: number;
  /** What the guest is to answer next. */
  next?: Asked | undefined;
  /** Key of the Send button that this page carries. */
  key: string;
}

/** One page of the reply. */
export function replyPage(
  showing: Showing,
  state: ReplyState,
  { token, basedOn, status, next, key }: ShownReply,
): Promise<Response> {
  const { words, path } = showing;
  const { view } = state.visit;
  const sections = sectionsOf(showing, state);
  const asked = sections.flatMap(({ asked }) => asked);
  const said = placeTroubles(showing, state.troubles, asked, view);
  const changedMeanwhile = state.step === "review" &&
    (view.reply?.changeNumber ?? null) !== basedOn;
  const soFar = soFarOf(showing, state, basedOn);
  return plainPage(showing, {
    ...(status ? { status } : {}),
    progress: progressOf(showing, state),
    heading: headingOf(showing, state, sections),
    troubles: said.map(({ phrase, at }) => {
      const place = asked.find(({ name }) => name === at);
      return place ? { phrase, at: idOf(place) } : { phrase };
    }),
    kept: true,
    body: markup`
    ${changedMeanwhile ? markup`<p class="notice">${words.changedMeanwhile}</p>` : ""}
    <form method="post" action="${path}/plain/reply" novalidate>
      <input type="hidden" name="rsvp" value="${token}">
      <input type="hidden" name="so-far" value="${JSON.stringify(soFar)}">
      ${state.step === "review" ? markup`<input type="hidden" name="key" value="${key}">` : ""}
      ${enter(state)}
      ${bodyOf(showing, state, sections, said, next)}
      <div class="ways">
        ${drawOn(showing, state, token)}
        ${drawBack(showing, state, token)}
      </div>
    </form>`,
  });
}

/** The way on; where nothing changes, that is to leave the reply as it is. */
function drawOn(showing: Showing, state: ReplyState, token: string): Piece {
  const { words, path } = showing;
  if (state.step !== "review") {
    return markup`<button class="primary" name="go" value="next">${words.next}</button>`;
  }
  if (changesOf(showing, state)?.changes.length === 0) {
    return markup`<a class="button primary" href="${path}/plain?rsvp=${token}">${words.keepSaved}</a>`;
  }
  const { guests } = state.visit.view.party;
  return markup`<button class="primary" name="go" value="send">${
    words.send(guests.length)
  }</button>`;
}

/** The Enter key presses a form's first button: that must be the way on. */
function enter({ step }: ReplyState): Piece {
  const go = step === "review" ? "send" : "next";
  return markup`<button class="unseen" name="go" value="${go}" tabindex="-1" aria-hidden="true"></button>`;
}

function bodyOf(
  showing: Showing,
  state: ReplyState,
  sections: Section[],
  said: readonly Said[],
  next: Asked | undefined,
): Piece {
  const draw = (asked: Asked) =>
    drawAsked(showing, {
      asked,
      trouble: said.find(({ at }) => at === asked.name)?.phrase,
      focused: asked.name === next?.name,
    });
  if (state.step === "review") return drawReview(showing, state);
  const drawn = sections.map((section) =>
    drawGuest(showing, state, section, section.asked.map(draw), sections.length)
  );
  return state.step === "coming" ? drawComing(showing, state, drawn) : markup`${drawn}`;
}

function drawBack({ words, path }: Showing, { step, visit }: ReplyState, token: string): Piece {
  if (step !== "coming") {
    return markup`<button class="plain" name="go" value="back">${words.back}</button>`;
  }
  return visit.view.reply
    ? markup`<a class="button plain" href="${path}/plain?rsvp=${token}">${words.keepSaved}</a>`
    : markup`<a class="button plain" href="${path}/plain">${words.notYou}</a>`;
}

/** "2 of 4" */
function progressOf({ words, formats }: Showing, state: ReplyState): string {
  const { step, visit: { view }, draft } = state;
  // Until they have answered, guests are taken to come: the number of pages does not grow on the way.
  const pages = pagesOf(view, step === "coming" ? asIfComing(view, draft) : draft);
  const at = placeOf(state, pages) + 1;
  return words.progress(formats.number(at), formats.number(pages.length));
}
