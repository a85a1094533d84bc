import { z } from "zod";
import { idSchema } from "./ids.ts";
import { allergens, diets, severities } from "./kitchen.ts";

const count = z.int().min(0);

/**
 * The numbers of one event. `invited = attending + declined + pending`;
 * `attending = adults + children + infants`; `unsure` is a part of `pending`. Meals, diets and allergies count guests who attend; what nobody
 * has is left out.
 */
export const headcountSchema = z.strictObject({
  invited: count,
  attending: count,
  declined: count,
  pending: count,
  unsure: count.describe("of the pending, those who said that they are not sure yet"),
  adults: count,
  children: count,
  infants: count,
  /** Guests by course and meal. */
  meals: z.record(idSchema("course"), z.record(idSchema("meal"), count)),
  diets: z.partialRecord(z.enum(diets), count),
  /** Guests by allergen and severity. */
  allergies: z.partialRecord(
    z.enum(allergens),
    z.partialRecord(z.enum(severities), count),
  ),
});
export type Headcount = z.infer<typeof headcountSchema>;

/** A headcount in the log, which is for ever: what was written before `unsure` was counted has none. */
export const pastHeadcountSchema = headcountSchema.partial({ unsure: true });

/** An event of which nobody is invited yet. */
export function emptyHeadcount(): Headcount {
  return {
    invited: 0,
    attending: 0,
    declined: 0,
    pending: 0,
    unsure: 0,
    adults: 0,
    children: 0,
    infants: 0,
    meals: {},
    diets: {},
    allergies: {},
  };
}

/** A course in words, with how many chose each meal. */
export const courseCountSchema = z.strictObject({
  courseId: idSchema("course"),
  name: z.string(),
  meals: z.array(z.strictObject({ mealId: idSchema("meal"), name: z.string(), count })),
  /** Adults and children who attend and have not chosen. */
  notChosen: count,
});

/** An event with its headcount, as vendors and members see it. */
export const eventHeadcountSchema = z.strictObject({
  eventId: idSchema("event"),
  name: z.string(),
  /** Wall-clock time in `zone`. */
  startsAt: z.string(),
  zone: z.string(),
  headcount: headcountSchema,
  courses: z.array(courseCountSchema),
});
export type EventHeadcount = z.infer<typeof eventHeadcountSchema>;

/** The headcounts of a site's events, all as of one change. */
export const headcountsSchema = z.strictObject({
  changeNumber: z.int(),
  events: z.array(eventHeadcountSchema),
});
