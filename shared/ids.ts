import { z } from "zod";

/**
 * Ids carry their kind and 80 random bits, `guest_7k2m…`: logs explain themselves, the wrong id does not
 * compile, and nobody can count a site's guests by looking at one.
 */
export type Id<Kind extends string> = `${Kind}_${string}`;

export type SiteId = Id<"site">;
export type MemberId = Id<"member">;
export type EventId = Id<"event">;
export type PartyId = Id<"party">;
export type GuestId = Id<"guest">;
export type QuestionId = Id<"question">;
export type CourseId = Id<"course">;
export type MealId = Id<"meal">;
export type OptionId = Id<"option">;
export type VendorId = Id<"vendor">;
export type EndpointId = Id<"endpoint">;
export type DeliveryId = Id<"delivery">;
export type KeyId = Id<"key">;
export type NoteId = Id<"note">;
export type ImportId = Id<"import">;

// Crockford's alphabet in lower case: no i, l, o, u, so an id survives being read aloud.
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** `length` random characters of 5 bits each. */
export function randomCharacters(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => alphabet[byte % 32]).join("");
}

/** A new random id: `newId("guest")` → `guest_3f9k2m7q1x8c0z5v`. */
export function newId<Kind extends string>(kind: Kind): Id<Kind> {
  return `${kind}_${randomCharacters(16)}`;
}

/** Schema of an id of this kind. */
export function idSchema<Kind extends string>(kind: Kind): z.ZodType<Id<Kind>> {
  const pattern = new RegExp(`^${kind}_[0-9a-z]{1,32}$`);
  return z.string().regex(pattern, `an id that starts with ${kind}_`) as unknown as z.ZodType<
    Id<Kind>
  >;
}

/** Schema of an id that may be left out: then a new one is made. */
export function givenIdSchema<Kind extends string>(kind: Kind) {
  const id = idSchema(kind) as z.ZodType<Id<Kind>, Id<Kind> | undefined>;
  return id.optional().overwrite((given) => given ?? newId(kind)).pipe(id);
}
