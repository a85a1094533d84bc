import type { Age, WeddingEvent } from "../../shared/events.ts";
import { mealFits } from "../../shared/meal-fits.ts";
import type { Reply } from "../../shared/reply.ts";

/** Of the meals chosen in a reply, those that a guest of this age may have. */
export function fittingMeals(
  reply: Reply,
  events: readonly WeddingEvent[],
  age: Age,
): Reply["meals"] {
  const courses = events.find(({ id }) => id === reply.eventId)?.courses ?? [];
  const kept = courses.flatMap(({ id, meals }) => {
    const meal = meals.find((meal) => meal.id === reply.meals[id]);
    return meal && mealFits(meal, age) ? [[id, meal.id] as const] : [];
  });
  return Object.fromEntries(kept);
}
