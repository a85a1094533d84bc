import type { SiteForm } from "../../shared/site.ts";
import type { ReplyState, RsvpState, ThanksState, Visit } from "./state.ts";

/** Whether this is one of the pages of a reply. */
export function isReplying(state: RsvpState): state is ReplyState {
  return ["coming", "guests", "questions", "review"].includes(state.step);
}

/** What the party has saved: just now, or earlier. */
export function savedStep(
  form: SiteForm,
  visit: Visit,
  how: Partial<Pick<ThanksState, "fresh" | "changedElsewhere" | "unsent">> = {},
): ThanksState {
  return {
    step: "thanks",
    form,
    visit,
    fresh: false,
    changedElsewhere: false,
    unsent: false,
    ...how,
  };
}
