import { z } from "zod";
import { pastHeadcountSchema } from "./headcount.ts";
import { idSchema } from "./ids.ts";
import { roles } from "./roles.ts";

/** Who did it. Names stay in the tables: a change names people by id, so that erasing one breaks nothing. */
export const actorSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("guest"), partyId: idSchema("party") }),
  z.strictObject({ kind: z.literal("member"), memberId: idSchema("member") }),
  z.strictObject({ kind: z.literal("key"), keyId: idSchema("key") }),
  /** The server itself, such as when it disables an endpoint that fails. */
  z.strictObject({ kind: z.literal("server") }),
  /** Somebody without an invitation, who left a note. */
  z.strictObject({ kind: z.literal("visitor") }),
]);
export type Actor = z.infer<typeof actorSchema>;

const guestChange = z.strictObject({ guestId: idSchema("guest"), partyId: idSchema("party") });
const vendorChange = z.strictObject({ vendorId: idSchema("vendor") });
const endpointChange = z.strictObject({
  vendorId: idSchema("vendor"),
  endpointId: idSchema("endpoint"),
});

/** What each kind of change says, by its type. Also the webhook types and the names of live events. */
export const changeData = {
  "reply.submitted": z.strictObject({
    partyId: idSchema("party"),
    replies: z.array(z.strictObject({
      guestId: idSchema("guest"),
      eventId: idSchema("event"),
      attending: z.boolean().nullable().describe("null: not sure yet"),
    })),
    /** The party's first reply, or a change of an earlier one. */
    first: z.boolean(),
    late: z.boolean(),
  }).describe("A party sent its reply, or a member did on its behalf."),
  "reply.withdrawn": z.strictObject({
    partyId: idSchema("party"),
    /** The events that the reply was for. */
    eventIds: z.array(idSchema("event")),
  })
    .describe("A party took its reply back; its guests are pending again."),
  "headcount.changed": z.strictObject({
    eventId: idSchema("event"),
    before: pastHeadcountSchema,
    after: pastHeadcountSchema,
  }).describe("The numbers of one event moved."),
  "guest.added": guestChange.describe("A guest or an open seat was added to a party."),
  "guest.changed": guestChange.describe("A guest's name, age or invitations changed."),
  "guest.removed": guestChange.describe("A guest was removed, with replies and invitations."),
  "party.changed": z.strictObject({
    partyId: idSchema("party"),
    what: z.enum(["name", "contact", "link"]),
  }).describe("A party's name or contact changed, or its personal link was replaced."),
  "site.changed": z.strictObject({
    what: z.array(z.string()),
    eventId: idSchema("event").optional(),
  }).describe("Settings or an event changed; `what` names the fields."),
  "member.added": z.strictObject({ memberId: idSchema("member"), role: z.enum(roles) })
    .describe("A person may now manage the site."),
  "member.changed": z.strictObject({ memberId: idSchema("member"), role: z.enum(roles) })
    .describe("A member's role changed."),
  "member.removed": z.strictObject({ memberId: idSchema("member") })
    .describe("A person may no longer manage the site."),
  "key.added": z.strictObject({ keyId: idSchema("key"), role: z.enum(roles) })
    .describe("An API key was made."),
  "key.revoked": z.strictObject({ keyId: idSchema("key") })
    .describe("An API key stopped working."),
  "vendor.added": vendorChange.describe("A vendor was added."),
  "vendor.changed": vendorChange.describe("A vendor, or what it may see, changed."),
  "vendor.removed": vendorChange.describe("A vendor was removed, with its endpoints."),
  "endpoint.added": endpointChange.describe("An address for deliveries was added."),
  "endpoint.changed": endpointChange.describe("An endpoint's address, types or secret changed."),
  "endpoint.disabled": endpointChange.extend({ why: z.enum(["by-member", "gone", "failing"]) })
    .describe("Deliveries to an endpoint stopped."),
  "endpoint.removed": endpointChange.describe("An endpoint was removed."),
  "note.received": z.strictObject({ noteId: idSchema("note") })
    .describe("Somebody whom the form could not help left a note."),
  "note.settled": z.strictObject({ noteId: idSchema("note"), settled: z.boolean() })
    .describe("A member marked a note as settled, or as open again."),
  "import.accepted": z.strictObject({
    importId: idSchema("import"),
    parties: z.int().describe("Added or changed"),
    guests: z.int().describe("Added"),
  }).describe("A guest list from a file went onto the list; what it changed follows."),
  "import.undone": z.strictObject({ importId: idSchema("import") })
    .describe("What an import had done was taken back; what that changed follows."),
} as const;

export type ChangeType = keyof typeof changeData;
export const changeTypes = Object.keys(changeData) as ChangeType[];

/** What happened, before it has a number. */
export type News = {
  [Type in ChangeType]: { type: Type; data: z.infer<(typeof changeData)[Type]> };
}[ChangeType];

/** One thing that happened on a site; numbers are 1, 2, 3 … without gaps. */
export type Change = News & {
  number: number;
  /** ISO instant. */
  at: string;
  by: Actor;
  /** SHA-256 over the previous change's hash and this change: a rewritten log shows. */
  hash: string;
};

/** Schema of a change as the API tells it. */
export const changeSchema = z.strictObject({
  number: z.int(),
  type: z.enum(changeTypes as [ChangeType, ...ChangeType[]]),
  at: z.iso.datetime(),
  by: actorSchema,
  data: z.record(z.string(), z.unknown()),
  hash: z.string(),
});

/** What vendors can subscribe to. All but the first and last need the right to see names. */
export const vendorChangeTypes = [
  "headcount.changed",
  "reply.submitted",
  "reply.withdrawn",
  "site.changed",
] as const satisfies readonly ChangeType[];
export type VendorChangeType = (typeof vendorChangeTypes)[number];
