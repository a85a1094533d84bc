import { z } from "zod";
import { placeSchema } from "./events.ts";
import { eventHeadcountSchema } from "./headcount.ts";
import { idSchema } from "./ids.ts";
import { allergySchema } from "./reply.ts";

/**
 * What a vendor is told: the body of a delivery, as Standard Webhooks shapes it. Counts are absolute and carry the
 * number of the latest change they contain, so a late or repeated delivery does no harm.
 */
const site = z.strictObject({ id: idSchema("site"), names: z.string(), date: z.iso.date() });
const party = z.strictObject({ id: idSchema("party"), name: z.string() });
const head = { site, changeNumber: z.int() };

export const noticeData = {
  "headcount.changed": z.strictObject({
    ...head,
    /** Every event that the vendor works at. */
    events: z.array(eventHeadcountSchema),
    /** Only for vendors that may see it. */
    allergiesByGuest: z.array(z.strictObject({
      guestId: idSchema("guest"),
      name: z.string().nullable(),
      events: z.array(idSchema("event")),
      allergies: z.array(allergySchema),
      kitchenNote: z.string().optional(),
    })).optional(),
  }).describe("The numbers of an event moved; all events as they are now."),
  "reply.submitted": z.strictObject({
    ...head,
    party,
    replies: z.array(z.strictObject({
      guestId: idSchema("guest"),
      name: z.string().nullable(),
      eventId: idSchema("event"),
      attending: z.boolean().nullable()
        .describe("null: not sure yet, where the couple offers that answer"),
    })),
    first: z.boolean(),
    late: z.boolean(),
  }).describe("Who replied what; only for vendors that may see names."),
  "reply.withdrawn": z.strictObject({ ...head, party })
    .describe("A party took its reply back; only for vendors that may see names."),
  "site.changed": z.strictObject({
    ...head,
    what: z.array(z.string()),
    event: z.strictObject({
      id: idSchema("event"),
      name: z.string(),
      startsAt: z.string(),
      endsAt: z.string().optional(),
      zone: z.string(),
      place: placeSchema.optional(),
    }).optional(),
  }).describe("Date, zone, names, or one of the vendor's events changed."),
  "test.ping": z.strictObject({ site, note: z.string() })
    .describe("A try of the couple's: nothing happened."),
} as const;

export type NoticeType = keyof typeof noticeData;
export type NoticeData<Type extends NoticeType> = z.infer<(typeof noticeData)[Type]>;

/** The whole body: `type`, ISO `timestamp` of when it was composed, `data`. */
export type Notice = {
  [Type in NoticeType]: { type: Type; timestamp: string; data: NoticeData<Type> };
}[NoticeType];
