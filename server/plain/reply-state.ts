import { draftOver } from "../../widget/session/draft.ts";
import { beginReply, turnTo } from "../../widget/session/replying.ts";
import type { ReplyState } from "../../widget/session/state.ts";
import type { SoFar } from "./fields.ts";
import type { OpenVisit } from "./open-visit.ts";
import { askedOn } from "./sections.ts";
import type { Showing } from "./showing.ts";

/** The reply as it was carried here, over the invitation as it is now. */
export function stateFrom(showing: Showing, visit: OpenVisit, soFar: SoFar): ReplyState {
  const begun = beginReply(showing.form, visit);
  const draft = draftOver(visit.view, soFar.draft);
  return turnTo({ ...begun, draft, reviewed: soFar.reviewed }, soFar.page);
}

/** Lays into the draft what was answered on the page. */
export function withAnswers(
  showing: Showing,
  state: ReplyState,
  { shown }: SoFar,
  said: Record<string, unknown>,
): ReplyState {
  let { draft } = state;
  for (const { name, take } of askedOn(showing, state)) {
    if (!shown.includes(name)) continue;
    const values = said[name];
    draft = take(draft, Array.isArray(values) ? values : []);
  }
  return { ...state, draft };
}

/** What the next page carries on. */
export function soFarOf(showing: Showing, state: ReplyState, basedOn: number | null): SoFar {
  const { draft, reviewed } = state;
  return {
    page: state.step === "guests"
      ? { step: state.step, guestIds: state.guestIds }
      : { step: state.step },
    draft,
    reviewed,
    basedOn,
    shown: askedOn(showing, state).map(({ name }) => name),
  };
}
