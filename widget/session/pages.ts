import type { InvitationView } from "../../shared/party.ts";
import type { Draft } from "./draft.ts";
import { comers } from "./submission.ts";
import type { Trouble } from "./trouble.ts";

/** The pages of a reply, in order. */
export type Page = "coming" | "kitchen" | "questions" | "review";

/** The pages that this party needs: who stays at home is not asked what to eat. */
export function pagesOf(view: InvitationView, draft: Draft): Page[] {
  return comers(view, draft).length
    ? ["coming", "kitchen", "questions", "review"]
    : ["coming", "questions", "review"];
}

/** The page after or before this one. */
export function pageBeside(
  view: InvitationView,
  draft: Draft,
  page: Page,
  step: 1 | -1,
): Page | undefined {
  const pages = pagesOf(view, draft);
  return pages[pages.indexOf(page) + step];
}

/** The page on which a trouble can be put right. */
export function pageOfTrouble(trouble: Trouble): Page {
  if (trouble.questionId) return "questions";
  if (trouble.courseId || trouble.allergen) return "kitchen";
  if (trouble.eventId || trouble.guestId) return "coming";
  return "review";
}
