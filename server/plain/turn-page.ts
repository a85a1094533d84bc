import { pagesOf } from "../../widget/session/pages.ts";
import {
  answerForAll,
  nextPage,
  pageBeside,
  pageToFinish,
  turnTo,
} from "../../widget/session/replying.ts";
import type { ReplyState } from "../../widget/session/state.ts";
import type { Asked } from "./asked.ts";
import { placeTroubles } from "./placing.ts";
import { askedOn } from "./sections.ts";
import type { Showing } from "./showing.ts";

/** What a button that answers for everybody says. */
export const forAll = { all: true, none: false, unsure: null } as const;

/** Where a press of a button leads. */
export interface Turned {
  state: ReplyState;
  /** What the guest is to answer next, where the page comes again because of an answer. */
  next?: Asked | undefined;
}

/** The page after a button was pressed; `shown`: what the page asked that it stood on. */
export function turnPage(
  showing: Showing,
  state: ReplyState,
  go: string,
  shown: readonly string[],
): Turned {
  switch (go) {
    case "back":
      return { state: pageBeside(state, -1) };
    case "all":
    case "none":
    case "unsure":
      return answerAll(showing, state, forAll[go]);
    case "next":
      return again(showing, state, shown) ?? { state: nextPage(state) };
    default:
      return { state: pageNamed(state, go.replace(/^to\./, "")) };
  }
}

/** Everybody or nobody; whoever takes a seat is asked for next. */
function answerAll(showing: Showing, state: ReplyState, attending: boolean | null): Turned {
  const answered = answerForAll(state, attending);
  if (answered.step !== "coming" || answered.troubles.length > 0) return { state: answered };
  const next = askedOn(showing, answered)
    .find(({ control }) => control.of === "text" && !control.value.trim());
  return { state: answered, next };
}

/** The same page once more, where an answer has brought up more to ask. */
function again(showing: Showing, state: ReplyState, shown: readonly string[]): Turned | undefined {
  const asked = askedOn(showing, state);
  const fresh = asked.filter(({ name }) => !shown.includes(name));
  if (fresh.length === 0) return undefined;
  const finished = nextPage(state);
  const missing = finished.step === state.step ? finished.troubles : [];
  const said = placeTroubles(showing, missing, asked, state.visit.view);
  // Nobody had a chance yet to answer what is new, nor to tell the kitchen what was just said to be something.
  const troubles = missing.filter(({ code, guestId }, index) =>
    !fresh.some(({ name, place }) =>
      name === said[index]?.at ||
      (code === "kitchen-missing" && place.allergen && place.guestId === guestId)
    )
  );
  return {
    state: turnTo(state, state, troubles),
    next: troubles.length > 0 ? undefined : fresh[0],
  };
}

function pageNamed(state: ReplyState, name: string): ReplyState {
  const pages = pagesOf(state.visit.view, state.draft);
  const page = pages.find((page) =>
    page.step === "guests" ? page.guestIds.includes(name) : page.step === name
  );
  if (page?.step === "review") return pageToFinish(state) ?? turnTo(state, page);
  return turnTo(state, page ?? { step: "coming" });
}
