import type { Age, Course, Meal, WeddingEvent } from "../../shared/events.ts";
import type { Diet } from "../../shared/kitchen.ts";
import { diets } from "../../shared/kitchen.ts";
import type { Guest, InvitationView } from "../../shared/party.ts";
import type { GuestDraft } from "./draft.ts";

/** The meals of a course that this age may choose: an infant eats none, children's plates are children's. */
export function mealsFor(age: Age, course: Course): Meal[] {
  if (age === "infant") return [];
  return course.meals.filter((meal) => meal.for === "everyone" || meal.for === age);
}

/** The courses that this guest chooses from. */
export function coursesFor(age: Age, event: WeddingEvent): Course[] {
  return event.courses.filter((course) => mealsFor(age, course).length > 0);
}

/** Diets worth asking about at this age. */
export function dietsFor(age: Age): Diet[] {
  if (age === "infant") return [];
  return diets.filter((diet) => age === "adult" || diet !== "no-alcohol");
}

/** The events that this guest is invited to, in the couple's order. */
export function eventsOf(view: InvitationView, guest: Guest): InvitationView["events"] {
  return view.events.filter((event) => guest.events.includes(event.id));
}

/** The events that this guest has said yes to. */
export function attendedBy(view: InvitationView, guest: Guest, said: GuestDraft) {
  return eventsOf(view, guest).filter((event) => said.attending[event.id] === true);
}
