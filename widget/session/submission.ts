import type { Guest, InvitationView } from "../../shared/party.ts";
import type { Answers, Question } from "../../shared/questions.ts";
import type { GuestReply, Submission } from "../../shared/reply.ts";
import { visibleQuestions } from "../../shared/visible-questions.ts";
import { type Draft, type GuestDraft, guestIn } from "./draft.ts";
import { attendedBy, coursesFor, eventsOf, isDietFor, mealsFor } from "./menu.ts";

/** What is sent of a draft: only what applies to who comes, and only answers to questions that are asked. */
export function submissionOf(view: InvitationView, draft: Draft): Submission {
  const note = draft.note.trim();
  return {
    guests: view.party.guests.map((guest) => guestReply(view, draft, guest)),
    answers: given(partyQuestions(view, draft), draft.answers),
    ...(note && { note }),
  };
}

/** The questions that the party is asked: none when nobody comes. */
export function partyQuestions(view: InvitationView, draft: Draft): Question[] {
  if (!comers(view, draft).length) return [];
  return visibleQuestions(view.questions, "party", draft.answers);
}

/** The questions that this guest is asked: none when staying at home. */
export function guestQuestions(view: InvitationView, draft: Draft, guest: Guest): Question[] {
  const said = guestIn(draft, guest.id);
  if (!attendedBy(view, guest, said).length) return [];
  return visibleQuestions(view.questions, "guest", said.answers, draft.answers);
}

/** The guests who come to anything at all. */
export function comers(view: InvitationView, draft: Draft): Guest[] {
  return view.party.guests.filter((guest) =>
    attendedBy(view, guest, guestIn(draft, guest.id)).length > 0
  );
}

function guestReply(view: InvitationView, draft: Draft, guest: Guest): GuestReply {
  const said = guestIn(draft, guest.id);
  const events = eventsOf(view, guest);
  const comes = attendedBy(view, guest, said).length > 0;
  // Whoever may still come keeps the seat's name.
  const seated = comes || events.some((event) => said.attending[event.id] === null);
  const name = said.name.trim();
  return {
    guestId: guest.id,
    ...(guest.kind === "open" && seated && name && { name }),
    replies: events.flatMap((event) => {
      const attending = said.attending[event.id];
      if (attending === undefined) return [];
      return { eventId: event.id, attending, meals: attending ? meals(guest, event, said) : {} };
    }),
    ...forKitchen(guest, comes ? said : null),
    answers: given(guestQuestions(view, draft, guest), said.answers),
  };
}

function meals(guest: Guest, event: InvitationView["events"][number], said: GuestDraft) {
  return Object.fromEntries(
    coursesFor(guest.age, event).flatMap((course) => {
      const meal = mealsFor(guest.age, course).find((one) => one.id === said.meals[course.id]);
      return meal ? [[course.id, meal.id]] : [];
    }),
  );
}

function forKitchen(guest: Guest, said: GuestDraft | null) {
  if (!said?.kitchen) return { diets: [], allergies: [] };
  const kitchenNote = said.kitchenNote.trim();
  return {
    diets: said.diets.filter((diet) => isDietFor(guest.age, diet)),
    allergies: said.allergies.flatMap(({ allergen, severity, note }) =>
      severity ? { allergen, severity, ...(note.trim() && { note: note.trim() }) } : []
    ),
    ...(kitchenNote && { kitchenNote }),
  };
}

function given(questions: Question[], answers: Answers): Answers {
  return Object.fromEntries(questions.flatMap((question) => {
    const answer = answers[question.id];
    const said = typeof answer === "string" ? answer.trim() : answer;
    const empty = said === undefined || said === "" || (Array.isArray(said) && !said.length);
    return empty ? [] : [[question.id, said]];
  }));
}
