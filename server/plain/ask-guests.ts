import type { Guest } from "../../shared/party.ts";
import { guestIn } from "../../widget/session/draft.ts";
import { attendedBy, coursesFor, mealsFor } from "../../widget/session/menu.ts";
import type { ReplyState } from "../../widget/session/state.ts";
import { comers, guestQuestions } from "../../widget/session/submission.ts";
import { askKitchen } from "./ask-kitchen.ts";
import { askQuestion } from "./ask-question.ts";
import type { Asked, Section } from "./asked.ts";
import type { Showing } from "./showing.ts";
import { withGuest } from "./with-guest.ts";

type GuestsState = Extract<ReplyState, { step: "guests" }>;

/** What guests who come eat, what the kitchen must know of them, and what the couple asks each of them. */
export function askGuests(showing: Showing, state: GuestsState): Section[] {
  const { draft, guestIds, visit: { view } } = state;
  return comers(view, draft).filter(({ id }) => guestIds.includes(id)).map((guest) => ({
    guest,
    asked: [
      ...askMeals(state, guest),
      ...askKitchen(showing, draft, guest),
      ...guestQuestions(view, draft, guest).map((question) =>
        askQuestion(showing, question, {
          name: `answer.${guest.id}.${question.id}`,
          place: { guestId: guest.id, questionId: question.id },
          answers: guestIn(draft, guest.id).answers,
          answersIn: (draft) => guestIn(draft, guest.id).answers,
          withAnswers: (draft, answers) => withGuest(draft, guest.id, { answers }),
        })
      ),
    ],
  }));
}

/** Whether anybody on this page has a meal to choose. */
export function isChoosing(sections: Section[]): boolean {
  return sections.some(({ asked }) => asked.some(({ place }) => place.courseId));
}

function askMeals({ draft, visit: { view } }: ReplyState, guest: Guest): Asked[] {
  const said = guestIn(draft, guest.id);
  const feasts = attendedBy(view, guest, said)
    .filter((event) => coursesFor(guest.age, event).length > 0);
  return feasts.flatMap((event) =>
    coursesFor(guest.age, event).map((course): Asked => {
      const meals = mealsFor(guest.age, course);
      return {
        name: `meal.${guest.id}.${course.id}`,
        label: feasts.length > 1 ? `${event.name}: ${course.name}` : course.name,
        control: {
          of: "one",
          as: "tiles",
          choices: meals.map(({ id, name, note }) => ({
            value: id,
            label: name,
            note,
            chosen: said.meals[course.id] === id,
          })),
        },
        place: { guestId: guest.id, eventId: event.id, courseId: course.id },
        take(draft, [mealId]) {
          if (!meals.some(({ id }) => id === mealId) || mealId === undefined) return draft;
          const { meals: before } = guestIn(draft, guest.id);
          return withGuest(draft, guest.id, { meals: { ...before, [course.id]: mealId } });
        },
      };
    })
  );
}
