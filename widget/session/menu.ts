import type { Age, Course, Meal, WeddingEvent } from "../../shared/events.ts";
import type { Diet } from "../../shared/kitchen.ts";
import { mealFits } from "../../shared/meal-fits.ts";
import type { Guest, InvitationView } from "../../shared/party.ts";
import type { GuestDraft } from "./draft.ts";

/** The meals of a course that this age may choose. */
export function mealsFor(age: Age, course: Course): Meal[] {
  return course.meals.filter((meal) => mealFits(meal, age));
}

/** The courses that this guest chooses from. */
export function coursesFor(age: Age, event: WeddingEvent): Course[] {
  return event.courses.filter((course) => mealsFor(age, course).length > 0);
}

/** Whether a diet is worth asking about at this age. */
export function isDietFor(age: Age, diet: Diet): boolean {
  return age === "adult" || (age === "child" && diet !== "no-alcohol");
}

/** The events that this guest is invited to, in the couple's order. */
export function eventsOf(view: InvitationView, guest: Guest): InvitationView["events"] {
  return view.events.filter((event) => guest.events.includes(event.id));
}

/** The events that this guest has said yes to. */
export function attendedBy(view: InvitationView, guest: Guest, said: GuestDraft) {
  return eventsOf(view, guest).filter((event) => said.attending[event.id] === true);
}
