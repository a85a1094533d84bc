import type { Age, Meal } from "./events.ts";

/** Whether a guest of this age may choose the meal: children's plates are children's, an infant needs none. */
export function mealFits(meal: Pick<Meal, "for">, age: Age): boolean {
  return age !== "infant" && (meal.for === "everyone" || meal.for === age);
}
