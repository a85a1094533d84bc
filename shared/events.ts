import { z } from "zod";
import { givenIdSchema, idSchema } from "./ids.ts";
import { lineSchema, proseSchema } from "./text.ts";
import { localTimeSchema, zoneSchema } from "./time.ts";

export const ages = ["adult", "child", "infant"] as const;
export type Age = (typeof ages)[number];

/** What can be chosen in a course. `for` hides the children's plate from adults. */
export const mealSchema = z.strictObject({
  id: idSchema("meal"),
  name: lineSchema(120),
  note: lineSchema(300).optional(),
  for: z.enum(["everyone", "adult", "child"]).default("everyone"),
});
export type Meal = z.infer<typeof mealSchema>;

/** One course of an event's menu: a guest who attends chooses one of its meals. */
export const courseSchema = z.strictObject({
  id: idSchema("course"),
  name: lineSchema(120),
  meals: z.array(mealSchema).min(1).max(30),
});
export type Course = z.infer<typeof courseSchema>;

export const placeSchema = z.strictObject({
  name: lineSchema(200),
  address: lineSchema(300).optional(),
  /** Directions or a map. */
  url: z.url({ protocol: /^https$/ }).max(500).optional(),
});

const eventFields = {
  name: lineSchema(120),
  startsAt: localTimeSchema,
  endsAt: localTimeSchema.optional(),
  zone: zoneSchema,
  place: placeSchema.optional(),
  about: proseSchema(1000).optional(),
  /** How many may attend; absent: no limit. */
  capacity: z.int().min(0).max(100_000).optional(),
  courses: z.array(courseSchema).max(12).default([]),
};

/** A course as it is sent: ids that are left out are made by the server. */
export const courseInputSchema = courseSchema.extend({
  id: givenIdSchema("course"),
  meals: z.array(mealSchema.extend({ id: givenIdSchema("meal") })).min(1).max(30)
    .refine(haveOwnIds, "two meals have the same id"),
});

/** An event as the couple describes it. `startsAt` and `endsAt` are wall-clock times in `zone`. */
export const eventInputSchema = z.strictObject({
  ...eventFields,
  courses: z.array(courseInputSchema).max(12).refine(haveOwnIds, "two courses have the same id")
    .default([]),
}).refine(({ startsAt, endsAt }) => endsAt === undefined || endsAt > startsAt, {
  path: ["endsAt"],
  message: "must be after startsAt",
});
export type EventInput = z.infer<typeof eventInputSchema>;

/** ceremony, reception, brunch: has a start, a zone, a place, a capacity, courses and meals. */
export const eventSchema = z.strictObject({ id: idSchema("event"), ...eventFields });
export type WeddingEvent = z.infer<typeof eventSchema>;

/** An event with how many attend: more than its capacity, if that was lowered. Nobody is turned away then. */
export const countedEventSchema = eventSchema.extend({ attending: z.int().min(0) });
export type CountedEvent = z.infer<typeof countedEventSchema>;

function haveOwnIds(things: { id: string }[]): boolean {
  return new Set(things.map(({ id }) => id)).size === things.length;
}
