import type { WeddingEvent } from "../../../../shared/events.ts";
import { foldHeader } from "../../recognising/fold-header.ts";

type Courses = WeddingEvent["courses"];

/** The meals that a cell names, by course; undefined: one of them is not on the menu. */
export function readMeals(cell: string, courses: Courses): Record<string, string> | undefined {
  const whole = oneMeal(cell, courses);
  const meals = whole ? [whole] : cell.split(/\s*[,;\/\n]\s*/u).filter(Boolean)
    .map((piece) => oneMeal(piece, courses));
  const chosen: Record<string, string> = {};
  for (const meal of meals) {
    if (!meal || chosen[meal.course] !== undefined) return undefined;
    chosen[meal.course] = meal.meal;
  }
  return chosen;
}

// As it is written, or the only one that has all of its words: "Beef" of "Braised beef".
function oneMeal(text: string, courses: Courses): { course: string; meal: string } | undefined {
  const folded = foldHeader(text);
  const all = courses.flatMap((course) =>
    course.meals.map((meal) => ({ course: course.id, meal: meal.id, name: foldHeader(meal.name) }))
  );
  const same = all.filter(({ name }) => name === folded);
  if (same.length === 1) return same[0];
  const words = folded.split(" ");
  const like = all.filter(({ name }) => {
    const others = name.split(" ");
    return words.every((word) => others.includes(word)) ||
      others.every((word) => words.includes(word));
  });
  return like.length === 1 ? like[0] : undefined;
}
