import type { Guest, InvitationView } from "../../shared/party.ts";
import type { Answer, Answers, Question } from "../../shared/questions.ts";
import { type Draft, guestIn } from "./draft.ts";
import { attendedBy, coursesFor, eventsOf, isDietFor } from "./menu.ts";
import type { Page } from "./pages.ts";
import { comers, guestQuestions, partyQuestions } from "./submission.ts";
import type { Trouble } from "./trouble.ts";

/** What still has to be said on a page, in the order of the page. `notSure`: whether that is an answer. */
export function missingOn(
  page: Page,
  view: InvitationView,
  draft: Draft,
  notSure = true,
): Trouble[] {
  switch (page.step) {
    case "coming":
      return [
        ...view.party.guests.flatMap((guest) => unanswered(view, draft, guest, notSure)),
        ...overfull(view, draft),
      ];
    case "guests":
      return comers(view, draft).filter((guest) => page.guestIds.includes(guest.id))
        .flatMap((guest) => [
          ...unchosen(view, draft, guest),
          ...unclear(draft, guest),
          ...required(
            guestQuestions(view, draft, guest),
            guestIn(draft, guest.id).answers,
            guest.id,
          ),
        ]);
    case "questions":
      return required(partyQuestions(view, draft), draft.answers);
    case "review":
      return [];
    default:
      return page satisfies never;
  }
}

function unanswered(
  view: InvitationView,
  draft: Draft,
  guest: Guest,
  notSure: boolean,
): Trouble[] {
  const said = guestIn(draft, guest.id);
  const nameless = guest.kind === "open" && !said.name.trim() &&
    attendedBy(view, guest, said).length > 0;
  return [
    ...(nameless ? [{ code: "name-missing" as const, guestId: guest.id }] : []),
    ...eventsOf(view, guest).flatMap(({ id: eventId }): Trouble[] => {
      const answer = said.attending[eventId];
      if (typeof answer === "boolean" || (answer === null && notSure)) return [];
      const code = answer === null ? "unsure-not-offered" : "coming-missing";
      return [{ code, guestId: guest.id, eventId }];
    }),
  ];
}

/** Events with fewer places left than guests who newly come. */
function overfull(view: InvitationView, draft: Draft): Trouble[] {
  return view.events.flatMap(({ id: eventId, left = Infinity }): Trouble[] => {
    const coming = view.party.guests.filter((guest) =>
      guestIn(draft, guest.id).attending[eventId] && !hasPlace(view, guest.id, eventId)
    );
    return coming.length > left ? [{ code: "event-full", eventId, left }] : [];
  });
}

/** Whether the saved reply already holds a place at this event for this guest. */
export function hasPlace(view: InvitationView, guestId: string, eventId: string): boolean {
  const said = view.reply?.guests.find((guest) => guest.guestId === guestId);
  return said?.replies.some((reply) => reply.eventId === eventId && reply.attending) ?? false;
}

function unchosen(view: InvitationView, draft: Draft, guest: Guest): Trouble[] {
  const said = guestIn(draft, guest.id);
  return attendedBy(view, guest, said).flatMap((event) =>
    coursesFor(guest.age, event)
      .filter((course) => !course.meals.some((meal) => meal.id === said.meals[course.id]))
      .map((course) => ({
        code: "meal-missing" as const,
        guestId: guest.id,
        eventId: event.id,
        courseId: course.id,
      }))
  );
}

function unclear(draft: Draft, guest: Guest): Trouble[] {
  const said = guestIn(draft, guest.id);
  if (!said.kitchen) return [];
  const told = said.allergies.length > 0 || said.kitchenNote.trim() ||
    said.diets.some((diet) => isDietFor(guest.age, diet));
  if (!told) return [{ code: "kitchen-missing", guestId: guest.id, allergen: "any" }];
  return said.allergies.flatMap(({ allergen, severity, note }): Trouble[] => {
    const place = { guestId: guest.id, allergen };
    if (allergen === "other" && !note.trim()) return [{ code: "allergen-missing", ...place }];
    return severity ? [] : [{ code: "severity-missing", ...place }];
  });
}

function required(
  questions: Question[],
  answers: Answers,
  guestId?: string,
): Trouble[] {
  return questions
    .filter((question) => question.required && isEmpty(answers[question.id]))
    .map((question) => ({
      code: "answer-missing",
      questionId: question.id,
      ...(guestId && { guestId }),
    }));
}

function isEmpty(answer: Answer | undefined): boolean {
  if (Array.isArray(answer)) return answer.length === 0;
  return answer === undefined || (typeof answer === "string" && !answer.trim());
}
