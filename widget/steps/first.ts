// What a guest may see before the invitation is open: it has to be there at once.
import type { Showing } from "../pieces/showing.ts";
import type { AwayState, FindState, RsvpState } from "../session/state.ts";
import { drawAway } from "./away.ts";
import { drawFind } from "./find.ts";

export type FirstState = AwayState | FindState;

export function isFirst(state: RsvpState): state is FirstState {
  return state.step === "away" || state.step === "find";
}

export function drawFirst(showing: Showing, state: FirstState, site: string) {
  switch (state.step) {
    case "away":
      return drawAway(showing, state, site);
    case "find":
      return drawFind(showing, state);
    default:
      return state satisfies never;
  }
}
