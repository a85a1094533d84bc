import type { Guest, InvitationView } from "../../shared/party.ts";
import { type Draft, guestIn } from "./draft.ts";
import { attendedBy, coursesFor } from "./menu.ts";
import { comers } from "./submission.ts";
import type { Place } from "./trouble.ts";

/** One page of a reply. `guests`: what the guests who come eat and are asked, one or a few at a time. */
export type Page =
  | { step: "coming" | "questions" | "review" }
  | { step: "guests"; guestIds: string[] };

/** More than this to choose or answer, and each guest has a page: nobody stands before a wall. */
const mostTogether = 2;

/** The pages that this party needs: who stays at home is not asked what to eat. */
export function pagesOf(view: InvitationView, draft: Draft): Page[] {
  const guests = comers(view, draft);
  const ids = guests.map((guest) => guest.id);
  const asked = guests.reduce((sum, guest) => sum + weight(view, draft, guest), 0);
  const groups = asked > mostTogether ? ids.map((id) => [id]) : ids.length ? [ids] : [];
  return [
    { step: "coming" },
    ...groups.map((guestIds): Page => ({ step: "guests", guestIds })),
    { step: "questions" },
    { step: "review" },
  ];
}

/** Where this page stands among the others; -1: it is not there any more. */
export function placeOf(page: Page, pages: readonly Page[]): number {
  return pages.findIndex((one) =>
    one.step === page.step &&
    (one.step !== "guests" || page.step !== "guests" || one.guestIds[0] === page.guestIds[0])
  );
}

/** The page on which something at this place can be put right; the last one where there is none. */
export function pageOf(place: Place, pages: readonly Page[]): Page {
  const { guestId, eventId, courseId, questionId, allergen } = place;
  const found = pages.find((page) => {
    switch (page.step) {
      case "guests":
        return page.guestIds.some((id) => id === guestId) && (courseId || questionId || allergen);
      case "questions":
        return questionId && !guestId;
      case "coming":
        return (eventId || guestId) && !courseId && !questionId && !allergen;
      case "review":
        return true;
      default:
        return page satisfies never;
    }
  });
  return found ?? { step: "review" };
}

/** The draft if every guest came to whatever has no answer yet. */
export function asIfComing(view: InvitationView, draft: Draft): Draft {
  const guests = view.party.guests.map((guest) => {
    const said = guestIn(draft, guest.id);
    const coming = Object.fromEntries(guest.events.map((id) => [id, true]));
    return [guest.id, { ...said, attending: { ...coming, ...said.attending } }];
  });
  return { ...draft, guests: Object.fromEntries(guests) };
}

function weight(view: InvitationView, draft: Draft, guest: Guest): number {
  const courses = attendedBy(view, guest, guestIn(draft, guest.id))
    .flatMap((event) => coursesFor(guest.age, event));
  // Hidden questions count: a page must not fall apart while it is being filled in.
  return courses.length + view.questions.filter((question) => question.for === "guest").length;
}
