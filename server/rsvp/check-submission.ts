import type { Course, Meal, WeddingEvent } from "../../shared/events.ts";
import { mealFits } from "../../shared/meal-fits.ts";
import type { Question } from "../../shared/questions.ts";
import type { GuestReply, Reply, Submission } from "../../shared/reply.ts";
import { visibleQuestions } from "../../shared/visible-questions.ts";
import type { GuestWithReplies } from "../headcount/counted-party.ts";
import { Problem } from "../problem.ts";
import { checkAnswers } from "./check-answers.ts";

/** What a submission is checked against. */
export interface Asked {
  guests: readonly GuestWithReplies[];
  events: readonly WeddingEvent[];
  questions: readonly Question[];
  /** Whether "not sure yet" is an answer. */
  notSure: boolean;
}

/**
 * Refuses a submission that does not fit the party, the menu or the questions; the problem points at the
 * guest, event, course or question. Returns it without answers to questions that are not asked of them, and without
 * what the kitchen would need to know of guests who do not come, or not yet.
 */
export function checkSubmission(submission: Submission, asked: Asked): Submission {
  refuseTwice(submission.guests.map((guest) => guest.guestId), "guest");
  const guests = submission.guests.map((reply) => checkGuest(reply, submission, asked));
  const attending = guests.some(comes);
  const questions = visibleQuestions(asked.questions, "party", submission.answers);
  const answers = checkAnswers(submission.answers, {
    known: asked.questions.filter((question) => question.for === "party"),
    shown: questions,
    complete: attending,
  });
  return { ...submission, guests, answers };
}

function checkGuest(reply: GuestReply, submission: Submission, asked: Asked): GuestReply {
  const { guestId } = reply;
  const guest = asked.guests.find(({ id }) => id === guestId);
  if (!guest) throw new Problem("not-your-seat", undefined, { guestId });
  if (reply.name !== undefined && guest.kind === "named") {
    throw new Problem("name-not-open", undefined, { guestId });
  }
  refuseTwice(reply.replies.map(({ eventId }) => eventId), "event");
  for (const { eventId, attending, meals } of reply.replies) {
    const event = asked.events.find(({ id }) => id === eventId);
    // An event that is not there and one the guest is not invited to look the same to a guest.
    if (!event || !guest.events.includes(eventId)) {
      throw new Problem("not-invited", undefined, { guestId, eventId });
    }
    if (attending === null && !asked.notSure) {
      throw new Problem("unsure-not-offered", undefined, { guestId, eventId });
    }
    checkMeals(event, guest, meals, attending === true);
  }
  const questions = visibleQuestions(
    asked.questions,
    "guest",
    reply.answers,
    submission.answers,
  );
  const answers = checkAnswers(reply.answers, {
    known: asked.questions.filter((question) => question.for === "guest"),
    shown: questions,
    complete: comes(reply),
    guestId,
  });
  return { ...(comes(reply) ? reply : withoutKitchen(reply)), answers };
}

function withoutKitchen({ kitchenNote: _, ...reply }: GuestReply): GuestReply {
  return { ...reply, diets: [], allergies: [] };
}

function comes(reply: GuestReply): boolean {
  return reply.replies.some(({ attending }) => attending);
}

function checkMeals(
  event: WeddingEvent,
  guest: GuestWithReplies,
  meals: Reply["meals"],
  attending: boolean,
): void {
  for (const [courseId, mealId] of Object.entries(meals)) {
    const course: Course | undefined = event.courses.find(({ id }) => id === courseId);
    const meal: Meal | undefined = course?.meals.find(({ id }) => id === mealId);
    if (!attending || !meal || !mealFits(meal, guest.age)) {
      throw new Problem("unknown-meal", undefined, {
        guestId: guest.id,
        eventId: event.id,
        courseId,
      });
    }
  }
}

function refuseTwice(ids: string[], kind: string): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice) throw new Problem("invalid-input", `The ${kind} ${twice} is named twice.`);
}
