import { z } from "zod";
import { idSchema } from "./ids.ts";
import { contactSchema, newNoteSchema, partySchema } from "./party.ts";

/** A party as members see it. */
export const listedPartySchema = partySchema.extend({
  contact: contactSchema,
  /** 1, and one more each time that the personal link was replaced. */
  linkVersion: z.int().min(1),
  /** When the party sent what it says now; null: no reply yet. */
  repliedAt: z.iso.datetime().nullable(),
});
export type ListedParty = z.infer<typeof listedPartySchema>;

/** A page of the guest list, in the order of the parties' ids. */
export const listedPartiesSchema = z.strictObject({
  parties: z.array(listedPartySchema),
  /** `after` of the next page; null: this is the last. */
  next: idSchema("party").nullable(),
});
export type ListedParties = z.infer<typeof listedPartiesSchema>;

const limitSchema = z.coerce.number().int().min(1).max(200).default(50);

export const partiesQuerySchema = z.strictObject({
  after: idSchema("party").optional(),
  limit: limitSchema,
});
export type PartiesQuery = z.infer<typeof partiesQuerySchema>;

/** What opens a party's invitation: to be sent, or printed. */
export const personalLinkSchema = z.strictObject({ url: z.url(), token: z.string() });
export type PersonalLink = z.infer<typeof personalLinkSchema>;

/** A word from somebody whom the form could not help. */
export const noteSchema = newNoteSchema.extend({
  id: idSchema("note"),
  receivedAt: z.iso.datetime(),
  /** A member has seen to it. */
  settled: z.boolean(),
});
export type Note = z.infer<typeof noteSchema>;

/** A page of notes, the newest first. */
export const notesSchema = z.strictObject({
  notes: z.array(noteSchema),
  /** `after` of the next page; null: this is the last. */
  next: idSchema("note").nullable(),
});
export type Notes = z.infer<typeof notesSchema>;

export const notesQuerySchema = z.strictObject({
  after: idSchema("note").optional(),
  limit: limitSchema,
});
export type NotesQuery = z.infer<typeof notesQuerySchema>;

export const noteChangesSchema = z.strictObject({ settled: z.boolean() });
