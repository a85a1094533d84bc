import type { Course, WeddingEvent } from "../../shared/events.ts";
import { emptyHeadcount, type EventHeadcount, type Headcount } from "../../shared/headcount.ts";
import type { Headcounts } from "./count.ts";

/** Events with their numbers and the menu in words; one that nobody is invited to yet counts nothing. */
export function eventHeadcounts(
  events: readonly WeddingEvent[],
  headcounts: Headcounts,
): EventHeadcount[] {
  return events.map(({ id, name, startsAt, zone, courses }) => {
    const headcount = headcounts.get(id) ?? emptyHeadcount();
    return {
      eventId: id,
      name,
      startsAt,
      zone,
      headcount,
      courses: courses.map((course) => countCourse(course, headcount)),
    };
  });
}

function countCourse(
  { id, name, meals }: Course,
  { adults, children, meals: chosen }: Headcount,
): EventHeadcount["courses"][number] {
  const counted = meals.map((meal) => ({
    mealId: meal.id,
    name: meal.name,
    count: chosen[id]?.[meal.id] ?? 0,
  }));
  const choices = counted.reduce((sum, { count }) => sum + count, 0);
  return { courseId: id, name, meals: counted, notChosen: adults + children - choices };
}
