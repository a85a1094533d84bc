import type { ReplyState } from "../../widget/session/state.ts";
import { askComing } from "./ask-coming.ts";
import type { Asked, Section } from "./asked.ts";
import { askGuests } from "./ask-guests.ts";
import { askParty } from "./ask-party.ts";
import type { Showing } from "./showing.ts";

/** All that a page of the reply asks. */
export function sectionsOf(showing: Showing, state: ReplyState): Section[] {
  switch (state.step) {
    case "coming":
      return askComing(showing, state);
    case "guests":
      return askGuests(showing, state);
    case "questions":
      return askParty(showing, state);
    case "review":
      return [];
    default:
      return state satisfies never;
  }
}

export function askedOn(showing: Showing, state: ReplyState): Asked[] {
  return sectionsOf(showing, state).flatMap(({ asked }) => asked);
}
