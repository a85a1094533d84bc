import { html } from "lit";
import type { Guest } from "../../shared/party.ts";
import { drawChoices } from "../pieces/choices.ts";
import { drawGuest, nameIn } from "../pieces/guest.ts";
import { drawPage } from "../pieces/page.ts";
import { drawQuestion } from "../pieces/question.ts";
import type { ShowingReply } from "../pieces/showing.ts";
import { placeTroubles, type Placing } from "../pieces/placing.ts";
import { guestIn } from "../session/draft.ts";
import { attendedBy, coursesFor, mealsFor } from "../session/menu.ts";
import type { ReplyState } from "../session/state.ts";
import { comers, guestQuestions } from "../session/submission.ts";
import { drawKitchen } from "./kitchen.ts";

type GuestsState = Extract<ReplyState, { step: "guests" }>;

/** What guests who come eat, what the kitchen must know of them, and what the couple asks each of them. */
export function drawGuests(showing: ShowingReply, state: GuestsState) {
  const { words } = showing;
  const { visit: { view }, draft, guestIds } = state;
  const placing = placeTroubles(showing, state);
  const guests = comers(view, draft).filter((guest) => guestIds.includes(guest.id));
  const meals = guests.map((guest) => drawMeals(showing, state, guest, placing));
  const [only] = guests;
  const alone = guests.length === 1 && only ? nameIn(showing, state, only) : "";
  const choosing = meals.flat().length > 0;
  return drawPage(showing, state, {
    heading: alone && view.party.guests.length > 1
      ? choosing ? words.mealsOf(alone) : html`<bdi>${alone}</bdi>`
      : choosing
      ? words.mealsHeading
      : words.kitchenHeading,
    body: guests.map((guest, at) =>
      drawGuest(showing, state, guest, {
        named: !alone,
        body: [
          meals[at],
          drawKitchen(showing, state, guest, placing),
          ...drawAsked(showing, state, guest, placing),
        ],
      })
    ),
    placing,
  });
}

function drawMeals(showing: ShowingReply, state: ReplyState, guest: Guest, placing: Placing) {
  const said = guestIn(state.draft, guest.id);
  const feasts = attendedBy(state.visit.view, guest, said)
    .filter((event) => coursesFor(guest.age, event).length);
  return feasts.flatMap((event) =>
    coursesFor(guest.age, event).map((course) =>
      drawChoices({
        id: `${guest.id}-${course.id}`,
        legend: feasts.length > 1 ? `${event.name}: ${course.name}` : course.name,
        of: "one",
        as: "tiles",
        choices: mealsFor(guest.age, course).map((meal) => ({
          value: meal.id,
          label: meal.name,
          note: meal.note,
          chosen: said.meals[course.id] === meal.id,
        })),
        trouble: placing.at({ guestId: guest.id, eventId: event.id, courseId: course.id }),
        onChoose: (mealId) =>
          showing.reply.changeGuest(guest.id, { meals: { ...said.meals, [course.id]: mealId } }),
      })
    )
  );
}

function drawAsked(
  showing: ShowingReply,
  { draft, visit: { view } }: ReplyState,
  guest: Guest,
  placing: Placing,
) {
  const { answers } = guestIn(draft, guest.id);
  return guestQuestions(view, draft, guest).map((question) =>
    drawQuestion(showing, {
      question,
      answers,
      id: `${guest.id}-${question.id}`,
      trouble: placing.at({ guestId: guest.id, questionId: question.id }),
      onAnswer: (next) => showing.reply.changeGuest(guest.id, { answers: next }),
    })
  );
}
