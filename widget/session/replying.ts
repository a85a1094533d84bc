// Pure moves within a reply: a state and what the guest did give the next state.
import type { SiteForm } from "../../shared/site.ts";
import { missingOn } from "./check.ts";
import { type Draft, draftFrom, draftOver, type GuestDraft, guestIn } from "./draft.ts";
import type { KeptDraft } from "./kept-draft.ts";
import { eventsOf } from "./menu.ts";
import { type Page, pageOf, pagesOf, placeOf } from "./pages.ts";
import { noNote, type ReplyState, type Visit } from "./state.ts";
import type { Trouble } from "./trouble.ts";

/** The first page of a reply: as it was sent before, or empty. */
export function beginReply(form: SiteForm, visit: Visit): ReplyState {
  const draft = draftFrom(visit.view);
  const flags = { restored: false, reviewed: false, apart: false, elsewhere: null, note: noNote };
  return { step: "coming", form, visit, draft, troubles: [], ...flags };
}

/** The page on which a kept draft was left. */
export function resumeReply(form: SiteForm, visit: Visit, kept: KeptDraft): ReplyState {
  const draft = draftOver(visit.view, kept.draft);
  const pages = pagesOf(visit.view, draft);
  const page = pages[placeOf(kept.page, pages)] ?? { step: "coming" };
  return { ...turnTo({ ...beginReply(form, visit), draft }, page), restored: true };
}

export function turnTo(state: ReplyState, page: Page, troubles: Trouble[] = []): ReplyState {
  const { form, visit, draft, elsewhere, note, welcome = false } = state;
  // Said on the page where the guest goes on, not on every one after it.
  const restored = state.restored && placeOf(state, [page]) === 0;
  // Once a guest has been pointed at, the guests stay in sight.
  const apart = state.apart || troubles.length > 0;
  const reviewed = state.reviewed || page.step === "review";
  const flags = { restored, reviewed, apart, elsewhere, note, welcome };
  const replying = { form, visit, draft, troubles, ...flags };
  switch (page.step) {
    case "review":
      return { ...replying, step: page.step, sending: "no" };
    case "guests":
      return { ...replying, step: page.step, guestIds: page.guestIds };
    default:
      return { ...replying, step: page.step };
  }
}

/** Whether nobody was answered for yet. */
export function isUntouched({ draft }: ReplyState): boolean {
  return Object.values(draft.guests).every((guest) => !Object.keys(guest.attending).length);
}

/** The next page, or this one with what is missing on it. Who has seen the review comes back to it. */
export function nextPage(state: ReplyState): ReplyState {
  const missing = missingIn(state);
  if (missing.length) return turnTo(state, state, missing);
  if (state.reviewed) return pageToFinish(state) ?? turnTo(state, { step: "review" });
  return pageBeside(state, 1);
}

export function pageBeside(state: ReplyState, step: 1 | -1): ReplyState {
  const pages = pagesOf(state.visit.view, state.draft);
  return turnTo(state, pages[placeOf(state, pages) + step] ?? { step: "coming" });
}

/** The first page on which something is missing, or null when the reply can be sent. */
export function pageToFinish(state: ReplyState): ReplyState | null {
  for (const page of pagesOf(state.visit.view, state.draft)) {
    const missing = missingIn(state, page);
    if (missing.length) return turnTo(state, page, missing);
  }
  return null;
}

/** The first page of a step, where nothing is missing on the pages before it. */
export function reachable(state: ReplyState, step: string): ReplyState | null {
  for (const page of pagesOf(state.visit.view, state.draft)) {
    if (page.step === step) return turnTo(state, page);
    if (missingIn(state, page).length) return null;
  }
  return null;
}

/** The page where this trouble can be put right. */
export function pageForTrouble(state: ReplyState, trouble: Trouble): ReplyState {
  return turnTo(state, pageOf(trouble, pagesOf(state.visit.view, state.draft)), [trouble]);
}

/** Everybody to everything, nobody to anything, or nobody knows yet. */
export function answerForAll(state: ReplyState, attending: boolean | null): ReplyState {
  const { view } = state.visit;
  const guests = view.party.guests.map((guest) => {
    const answers = eventsOf(view, guest).map((event) => [event.id, attending]);
    return [guest.id, {
      ...guestIn(state.draft, guest.id),
      attending: Object.fromEntries(answers),
    }];
  });
  const draft = { ...state.draft, guests: Object.fromEntries(guests) };
  const missing = missingIn({ ...state, draft });
  const known = missing.filter((trouble) => trouble.code !== "name-missing");
  // Whoever takes a seat is asked for first: a name that nobody had a chance to type is no trouble.
  if (known.length < missing.length) return { ...state, draft, troubles: known, apart: true };
  return nextPage({ ...state, draft });
}

export function changeGuest(
  state: ReplyState,
  guestId: string,
  change: Partial<GuestDraft>,
): ReplyState {
  const guest = { ...guestIn(state.draft, guestId), ...change };
  return changeDraft(state, { guests: { ...state.draft.guests, [guestId]: guest } });
}

/** Changes what is filled in; what was wrong and no longer is, is no longer said. */
export function changeDraft(state: ReplyState, change: Partial<Draft>): ReplyState {
  const draft = { ...state.draft, ...change };
  const asText = (trouble: Trouble) => JSON.stringify(trouble);
  const missing = new Set(missingIn({ ...state, draft }).map(asText));
  const troubles = state.troubles.filter((trouble) => missing.has(asText(trouble)));
  return { ...state, draft, troubles };
}

function missingIn(state: ReplyState, page: Page = state): Trouble[] {
  return missingOn(page, state.visit.view, state.draft, state.form.notSure);
}
