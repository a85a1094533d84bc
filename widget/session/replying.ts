// Pure moves within a reply: a state and what the guest did give the next state.
import { missingOn } from "./check.ts";
import { type Draft, draftFrom, draftOver, type GuestDraft, guestIn } from "./draft.ts";
import { eventsOf } from "./menu.ts";
import { type Page, pageBeside, pageOfTrouble, pagesOf } from "./pages.ts";
import type { ReplyState } from "./state.ts";
import { placeKey, type Trouble } from "./trouble.ts";
import type { SiteForm } from "../../shared/site.ts";
import type { KeptDraft } from "./kept-draft.ts";
import type { Visit } from "./state.ts";

/** The first page of a reply: as it was sent before, or empty. */
export function beginReply(form: SiteForm, visit: Visit): ReplyState {
  const draft = draftFrom(visit.view);
  return { step: "coming", form, visit, draft, troubles: [], restored: false };
}

/** The page on which a kept draft was left. */
export function resumeReply(form: SiteForm, visit: Visit, kept: KeptDraft): ReplyState {
  const draft = draftOver(visit.view, kept.draft);
  const begun = { ...beginReply(form, visit), draft, restored: true };
  return turnTo(begun, pagesOf(visit.view, draft).includes(kept.page) ? kept.page : "coming");
}

export function turnTo(state: ReplyState, page: Page, troubles: Trouble[] = []): ReplyState {
  const { form, visit, draft, restored } = state;
  const replying = { form, visit, draft, restored, troubles };
  return page === "review"
    ? { ...replying, step: page, sending: "no" }
    : { ...replying, step: page };
}

/** The next page, or this one with what is missing on it. */
export function nextPage(state: ReplyState): ReplyState {
  const { step, visit: { view }, draft } = state;
  const missing = missingOn(step, view, draft);
  if (missing.length) return turnTo(state, step, missing);
  return turnTo(state, pageBeside(view, draft, step, 1) ?? step);
}

export function previousPage(state: ReplyState): ReplyState {
  const { step, visit: { view }, draft } = state;
  return turnTo(state, pageBeside(view, draft, step, -1) ?? step);
}

/** The first page on which something is missing, or null when the reply can be sent. */
export function pageToFinish(state: ReplyState): ReplyState | null {
  const { visit: { view }, draft } = state;
  for (const page of pagesOf(view, draft)) {
    const missing = missingOn(page, view, draft);
    if (missing.length) return turnTo(state, page, missing);
  }
  return null;
}

/** The page where this trouble can be put right. */
export function pageForTrouble(state: ReplyState, trouble: Trouble): ReplyState {
  const page = pageOfTrouble(trouble);
  const shown = pagesOf(state.visit.view, state.draft).includes(page) ? page : "review";
  return turnTo(state, shown, [trouble]);
}

/** Everybody to everything, or nobody to anything. */
export function answerForAll(state: ReplyState, attending: boolean): ReplyState {
  const { view } = state.visit;
  const guests = view.party.guests.map((guest) => {
    const answers = eventsOf(view, guest).map((event) => [event.id, attending]);
    return [guest.id, {
      ...guestIn(state.draft, guest.id),
      attending: Object.fromEntries(answers),
    }];
  });
  const draft: Draft = { ...state.draft, guests: Object.fromEntries(guests) };
  return nextPage({ ...state, draft });
}

export function changeGuest(
  state: ReplyState,
  guestId: string,
  change: Partial<GuestDraft>,
): ReplyState {
  const guests = {
    ...state.draft.guests,
    [guestId]: { ...guestIn(state.draft, guestId), ...change },
  };
  return changeDraft(state, { guests });
}

/** Changes what is filled in; what was wrong and no longer is, is no longer said. */
export function changeDraft(state: ReplyState, change: Partial<Draft>): ReplyState {
  const draft = { ...state.draft, ...change };
  const missing = new Set(missingOn(state.step, state.visit.view, draft).map(placeKey));
  const troubles = state.troubles.filter((trouble) => missing.has(placeKey(trouble)));
  return { ...state, draft, troubles };
}
