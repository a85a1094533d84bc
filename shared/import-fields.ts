import { z } from "zod";
import { idSchema } from "./ids.ts";

/** Of whom a column speaks: the row's own guest, or somebody who is invited along in the same row. */
const whoSchema = z.union([
  z.literal("self"),
  z.literal("partner"),
  z.templateLiteral(["child-", z.int().min(1).max(60)]),
  z.templateLiteral(["companion-", z.int().min(1).max(60)]),
]);
export type Who = z.infer<typeof whoSchema>;

/** The event that a column is about; null: it does not say, and the couple has to. */
const eventRefSchema = z.union([idSchema("event"), z.literal("every")]).nullable();
export type EventRef = z.infer<typeof eventRefSchema>;

export const personKinds = [
  "name",
  "first-name",
  "middle-name",
  "last-name",
  "title",
  "suffix",
  "nickname",
  "age",
  "mail",
  "phone",
] as const;
export type PersonKind = (typeof personKinds)[number];

export const rowKinds = [
  // Text that all rows of one party share.
  "party",
  // How the whole party is written on an envelope.
  "envelope",
  "address",
  "street",
  "street-2",
  "po-box",
  "city",
  "region",
  "postal-code",
  "country",
  // A number of seats beside the guest's own, yes, or a name.
  "plus-ones",
  // How many of this row are invited, with those who are named.
  "invited-count",
  // Names of children, or how many.
  "children",
  "diet",
  "note",
  // Of our own files: a word for the seat makes the name count as it stands.
  "seat",
  "contact-name",
  "allergies",
  "kitchen-note",
  "guest-id",
  "party-id",
  "tags",
  // Kept as an answer that belongs to no question yet.
  "unknown",
  // Nothing that a wedding needs, such as the address of a photo.
  "ignored",
] as const;
export type RowKind = (typeof rowKinds)[number];

export const eventKinds = [
  "invited",
  // 0: not invited, n: that many seats, -1: as many as they like.
  "seats",
  // How many of this row come.
  "attending-count",
] as const;
export type EventKind = (typeof eventKinds)[number];

/** What a column means. The couple may choose another for any column. */
export const importFieldSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.enum(personKinds), who: whoSchema }),
  z.strictObject({ kind: z.enum(rowKinds) }),
  z.strictObject({ kind: z.enum(eventKinds), event: eventRefSchema }),
  z.strictObject({
    kind: z.literal("meal"),
    event: eventRefSchema,
    /** null: whichever course has the meal. */
    course: idSchema("course").nullable(),
  }),
  z.strictObject({
    kind: z.literal("reply"),
    event: eventRefSchema,
    /** What an empty cell says: nothing, or that this guest is not invited. */
    blank: z.enum(["nothing", "not-invited"]),
  }),
  // Google Contacts: "Spouse" in one column, the name in the next.
  z.strictObject({
    kind: z.enum(["relation-label", "relation-name"]),
    number: z.int().min(1).max(60),
  }),
  z.strictObject({ kind: z.literal("answer"), question: idSchema("question") }),
]);
export type ImportField = z.infer<typeof importFieldSchema>;

export const importSources = [
  "wedding-rsvp",
  "the-knot-list",
  "the-knot-replies",
  "zola-list",
  "zola-replies",
  "zola-template",
  "joy",
  "minted",
  "google-contacts",
  "google-contacts-old",
  "outlook",
  "outlook-old",
  "apple-contacts",
  "aisle",
  "todays-bride",
  "perfect-table-plan",
  "airlst",
  "event-grid",
  "german-list",
  "spanish-list",
  "list",
  // Neither a header that is known nor a table: a name in each line.
  "names",
] as const;
export type ImportSource = (typeof importSources)[number];
