import type { SiteForm } from "../../shared/site.ts";
import { noNote, type ReplyState, type RsvpState, type ThanksState, type Visit } from "./state.ts";

/** Whether this is one of the pages of a reply. */
export function isReplying(state: RsvpState): state is ReplyState {
  return ["coming", "guests", "questions", "review"].includes(state.step);
}

/** The invitation as the server last told it. */
export function latest({ visit, elsewhere }: ReplyState): Visit {
  return elsewhere ? { ...visit, view: elsewhere } : visit;
}

/** Whether the saved reply is on its way back. */
export function isWithdrawing({ withdrawing }: ThanksState): boolean {
  return withdrawing === "now" || withdrawing === "waiting";
}

/** Whether this is a saved reply that may still be changed. */
export function canChange(state: RsvpState): state is ThanksState {
  return state.step === "thanks" && state.visit.view.replies !== "closed";
}

/** What the party has saved: just now, or earlier. */
export function savedStep(
  form: SiteForm,
  visit: Visit,
  how: Partial<Pick<ThanksState, "fresh" | "changedElsewhere" | "unsent" | "note">> = {},
): ThanksState {
  return {
    step: "thanks",
    form,
    visit,
    fresh: false,
    changedElsewhere: false,
    unsent: false,
    withdrawing: "no",
    note: noNote,
    ...how,
  };
}
