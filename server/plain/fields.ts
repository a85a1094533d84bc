import { z } from "zod";
import { allergens, diets, severities } from "../../shared/kitchen.ts";
import { trapField } from "../../shared/party.ts";
import { answersSchema } from "../../shared/questions.ts";
import type { Draft } from "../../widget/session/draft.ts";
import type { Page } from "../../widget/session/pages.ts";

// What a form sends back. Beside the fields named here it has those of the questions on the page, which may have changed
// since it was drawn: what is not asked any more is passed over, so that nobody loses the rest.

const ids = z.string().max(60);
const typed = z.string().max(10_000);

const guestDraftSchema = z.strictObject({
  name: typed,
  attending: z.record(ids, z.boolean().nullable()),
  meals: z.record(ids, ids),
  kitchen: z.boolean().nullable(),
  diets: z.array(z.enum(diets)).max(diets.length),
  allergies: z.array(z.strictObject({
    allergen: z.enum(allergens),
    severity: z.enum(severities).nullable(),
    note: typed,
  })).max(allergens.length),
  kitchenNote: typed,
  answers: answersSchema,
});

const draftSchema: z.ZodType<Draft> = z.strictObject({
  guests: z.record(ids, guestDraftSchema),
  answers: answersSchema,
  note: typed,
});

const pageSchema: z.ZodType<Page> = z.union([
  z.strictObject({ step: z.enum(["coming", "questions", "review"]) }),
  z.strictObject({ step: z.literal("guests"), guestIds: z.array(ids).max(60) }),
]);

/** What was filled in on the pages before, carried by each page. */
const soFarSchema = z.strictObject({
  page: pageSchema,
  draft: draftSchema,
  reviewed: z.boolean(),
  /** Number of the saved reply that this one was begun over. */
  basedOn: z.int().nullable(),
  /** Names of what the page asks. */
  shown: z.array(z.string().max(150)).max(2000),
});
export type SoFar = z.infer<typeof soFarSchema>;

const single = z.array(z.string()).length(1).transform(([value = ""]) => value);

const carried = single.transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: "custom", message: "must be JSON" });
    return z.NEVER;
  }
}).pipe(soFarSchema);

const trap = { [trapField]: single.optional() };

export const findFieldsSchema = z.object({
  name: single,
  "second-fact": single.optional(),
  /** Of a visit that ended while it was filled in. */
  "so-far": carried.optional(),
  ...trap,
});
export type FindFields = z.infer<typeof findFieldsSchema>;

export const replyFieldsSchema = z.object({
  rsvp: single,
  "so-far": carried,
  go: single,
  /** Of one press of Send, however often it arrives. */
  key: single.pipe(z.string().regex(/^[\w-]{8,64}$/)).optional(),
}).catchall(z.array(z.string()).max(100));
export type ReplyFields = z.infer<typeof replyFieldsSchema>;

export const withdrawFieldsSchema = z.object({
  rsvp: single,
  key: single.pipe(z.string().regex(/^[\w-]{8,64}$/)),
});

export const noteFieldsSchema = z.object({
  "note-name": single,
  "note-reach": single.default(""),
  "note-text": single,
  ...trap,
}).transform((fields) => ({
  name: fields["note-name"],
  reach: fields["note-reach"],
  text: fields["note-text"],
  trapped: Boolean(fields[trapField]),
}));
export type NoteFields = z.infer<typeof noteFieldsSchema>;

/** Of an address: which invitation, and what is shown of it. */
export const plainQuerySchema = z.object({
  rsvp: z.string().max(200).optional(),
  show: z.enum(["change", "withdraw"]).optional().catch(undefined),
  said: z.enum(["sent", "withdrawn", "noted"]).optional().catch(undefined),
});
export type PlainQuery = z.infer<typeof plainQuerySchema>;
