import { z } from "zod";
import { ages, eventSchema } from "./events.ts";
import { givenIdSchema, idSchema } from "./ids.ts";
import { questionSchema } from "./questions.ts";
import { savedReplySchema } from "./reply.ts";
import { lineSchema, mailSchema, phoneSchema, proseSchema } from "./text.ts";

/** Contact data of a party: one person who hears for all. */
export const contactSchema = z.strictObject({
  name: lineSchema(120).optional(),
  mail: mailSchema.optional(),
  phone: phoneSchema.optional(),
  address: lineSchema(400).optional(),
  /** What the couple notes down; guests and vendors never see it. */
  note: proseSchema(10_000).optional(),
});
export type Contact = z.infer<typeof contactSchema>;

/** A person, or an open seat that nobody has named yet, and the events this guest is invited to. */
export const newGuestSchema = z.strictObject({
  /** Left out: an open seat. */
  name: lineSchema(120).optional(),
  age: z.enum(ages).default("adult"),
  events: z.array(idSchema("event")).max(40),
});
export type NewGuest = z.infer<typeof newGuestSchema>;
export type NewGuestInput = z.input<typeof newGuestSchema>;

export const guestChangesSchema = z.strictObject({
  /** null makes the seat open again. */
  name: lineSchema(120).nullable().optional(),
  age: z.enum(ages).optional(),
  events: z.array(idSchema("event")).max(40).optional(),
});
export type GuestChanges = z.infer<typeof guestChangesSchema>;

export const newPartySchema = z.strictObject({
  name: lineSchema(120),
  contact: contactSchema.default({}),
  guests: z.array(newGuestSchema).min(1).max(60),
});
export type NewParty = z.infer<typeof newPartySchema>;
export type NewPartyInput = z.input<typeof newPartySchema>;

export const partyChangesSchema = z.strictObject({
  name: lineSchema(120).optional(),
  contact: contactSchema.optional(),
});
export type PartyChanges = z.infer<typeof partyChangesSchema>;

export const guestSchema = z.strictObject({
  id: idSchema("guest"),
  /** `open`: a seat that a guest of the party may name in the reply. */
  kind: z.enum(["named", "open"]),
  /** null: an open seat without a name yet. */
  name: z.string().nullable(),
  age: z.enum(ages),
  /** The events this guest is invited to. */
  events: z.array(idSchema("event")),
});
export type Guest = z.infer<typeof guestSchema>;

export const partySchema = z.strictObject({
  id: idSchema("party"),
  name: z.string(),
  guests: z.array(guestSchema),
});
export type Party = z.infer<typeof partySchema>;

/** All that a party needs to reply, and what it said before. Events and questions are only its own. */
export const invitationViewSchema = z.strictObject({
  party: partySchema,
  events: z.array(eventSchema.extend({
    /** Seats left for this party's guests who do not attend yet; absent: no limit. */
    left: z.int().min(0).optional(),
  })),
  questions: z.array(questionSchema),
  reply: savedReplySchema.nullable(),
  /** Whether a reply sent now is taken as it is, taken and marked late, or refused. */
  replies: z.enum(["open", "late", "closed"]),
});
export type InvitationView = z.infer<typeof invitationViewSchema>;

/** What no person sees or fills in. Whoever does needs a proof of work; it is never refused. */
export const trapField = "subject";
const trap = { [trapField]: z.string().max(10_000).optional().describe("Leave it out.") };

/** Looking for an invitation: a name as on the card (or the card's code), and perhaps a second fact. */
export const findInvitationSchema = z.strictObject({
  name: lineSchema(120),
  /** Last four digits of the phone, the mail address or the part before @, or the code on the card. */
  secondFact: lineSchema(120).optional(),
  ...trap,
});
export type FindInvitation = z.infer<typeof findInvitationSchema>;

/** A found invitation: the token opens it for twelve hours. */
export const foundInvitationSchema = invitationViewSchema.extend({ token: z.string() });
export type FoundInvitation = z.infer<typeof foundInvitationSchema>;

/** A word to the couple from somebody whom the form could not help. */
export const newNoteSchema = z.strictObject({
  /** The same for every try: a note that arrives twice is there once. */
  id: givenIdSchema("note"),
  name: lineSchema(120),
  reach: lineSchema(200).optional(),
  text: lineSchema(1000),
  ...trap,
});
export type NewNote = z.infer<typeof newNoteSchema>;

/** What comes back of a submission that was taken. */
export const submittedReplySchema = z.strictObject({
  reply: savedReplySchema,
  /** The site's change number after it. */
  changeNumber: z.int(),
  view: invitationViewSchema,
});

export const withdrawnReplySchema = submittedReplySchema.omit({ reply: true });
