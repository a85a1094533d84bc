import { z } from "zod";
import { idSchema } from "./ids.ts";
import { answersSchema } from "./questions.ts";
import { lineSchema, proseSchema } from "./text.ts";
import { allergens, diets, severities } from "./kitchen.ts";

/** An allergy is data for the kitchen: what, how serious, and a note in the guest's words. */
export const allergySchema = z.strictObject({
  allergen: z.enum(allergens),
  severity: z.enum(severities),
  /** Needed with `other`: which one. */
  note: lineSchema(200).optional(),
}).refine((allergy) => allergy.allergen !== "other" || allergy.note, {
  path: ["note"],
  message: "say which one",
});
export type Allergy = z.infer<typeof allergySchema>;

/** This guest's answer for this event. An event without a reply is pending. */
export const replySchema = z.strictObject({
  eventId: idSchema("event"),
  attending: z.boolean().nullable()
    .describe("null: not sure yet, which guests may say where the couple offers it; still pending"),
  /** Chosen meal by course. */
  meals: z.record(idSchema("course"), idSchema("meal")).default({}),
});
export type Reply = z.infer<typeof replySchema>;

/** All that one guest answers. */
export const guestReplySchema = z.strictObject({
  guestId: idSchema("guest"),
  /** The name of whoever takes an open seat; refused for a named guest. */
  name: lineSchema(120).optional(),
  replies: z.array(replySchema).max(40),
  diets: z.array(z.enum(diets)).max(diets.length).default([]),
  allergies: z.array(allergySchema).max(20).default([]),
  /** Anything else that the kitchen must know. */
  kitchenNote: proseSchema(500).optional(),
  answers: answersSchema.default({}),
});
export type GuestReply = z.infer<typeof guestReplySchema>;

/** One press of Send: all replies of one party. It replaces what the party said before. */
export const submissionSchema = z.strictObject({
  guests: z.array(guestReplySchema).min(1).max(60),
  answers: answersSchema.default({}),
  /** A word to the couple. */
  note: proseSchema(2000).optional(),
});
export type Submission = z.infer<typeof submissionSchema>;
/** A submission as it is sent: what has a default may be left out. */
export type SubmissionInput = z.input<typeof submissionSchema>;

/** What the server keeps of a party's latest submission. */
export const savedReplySchema = submissionSchema.extend({
  submittedAt: z.iso.datetime(),
  /** Number of the change that saved it. */
  changeNumber: z.int(),
  by: z.enum(["guest", "member"]),
  /** Sent after the deadline of a site that stays open. */
  late: z.boolean(),
});
export type SavedReply = z.infer<typeof savedReplySchema>;
