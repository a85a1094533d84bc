import { html, nothing } from "lit";
import type { Guest } from "../../shared/party.ts";
import { drawChoices } from "../pieces/choices.ts";
import { drawPage } from "../pieces/page.ts";
import type { ShowingReply } from "../pieces/showing.ts";
import { placeTroubles, type Placing } from "../pieces/trouble.ts";
import { guestIn } from "../session/draft.ts";
import { attendedBy, coursesFor, mealsFor } from "../session/menu.ts";
import type { ReplyState } from "../session/state.ts";
import { comers } from "../session/submission.ts";
import { nameOf } from "../summary.ts";
import { drawNeeds } from "./kitchen-needs.ts";

/** What each guest who comes eats, and what the kitchen must know. */
export function drawKitchen(showing: ShowingReply, state: ReplyState) {
  const { words, reply } = showing;
  const { visit: { view }, draft, form } = state;
  const placing = placeTroubles(words, form, state.troubles);
  const guests = comers(view, draft);
  const choosing = guests.some((guest) =>
    attendedBy(view, guest, guestIn(draft, guest.id)).some((event) =>
      coursesFor(guest.age, event).length
    )
  );
  return drawPage(showing, state, {
    heading: choosing ? words.mealsHeading : words.kitchenHeading,
    body: guests.map((guest) => drawGuest(showing, state, guest, placing)),
    placing,
    next: words.next,
    onNext: reply.next,
    back: { label: words.back, act: reply.back },
  });
}

function drawGuest(showing: ShowingReply, state: ReplyState, guest: Guest, placing: Placing) {
  const { words } = showing;
  const said = guestIn(state.draft, guest.id);
  const name = nameOf(showing, guest, guest.kind === "open" ? said : {});
  const age = guest.age === "adult" ? nothing : html`
    <span class="quiet">${words[guest.age]}</span>
  `;
  return html`
    <section class="guest" part="guest" role="group" aria-labelledby="${guest.id}">
      <h3 id="${guest.id}" part="guest-name">${name}${age}</h3>
      ${drawMeals(showing, state, guest, name, placing)} ${drawNeeds(showing, said, guest, placing)}
    </section>
  `;
}

function drawMeals(
  { reply }: ShowingReply,
  { draft, visit: { view } }: ReplyState,
  guest: Guest,
  name: string,
  placing: Placing,
) {
  const said = guestIn(draft, guest.id);
  const feasts = attendedBy(view, guest, said).filter((event) =>
    coursesFor(guest.age, event).length
  );
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
        trouble: placing.at(
          { guestId: guest.id, eventId: event.id, courseId: course.id },
          { guest: name, event: event.name },
        ),
        onChoose: (mealId) =>
          reply.changeGuest(guest.id, { meals: { ...said.meals, [course.id]: mealId } }),
      })
    )
  );
}
