import { z } from "zod";
import { vendorChangeTypes } from "./changes.ts";
import { idSchema } from "./ids.ts";
import { contactSchema } from "./party.ts";
import { lineSchema } from "./text.ts";

export const vendorKinds = [
  "caterer",
  "venue",
  "planner",
  "photographer",
  "baker",
  "bar",
  "music",
  "transport",
  "other",
] as const;

/** Beyond counts, which every vendor sees: nothing, until the couple switches it on. */
export const maySeeSchema = z.strictObject({
  /** Who replied what, by name. */
  names: z.boolean().default(false),
  /** Which guest has which allergy. */
  allergiesByGuest: z.boolean().default(false),
  /** The events this vendor works at; null: all of them. */
  events: z.array(idSchema("event")).max(40).nullable().default(null),
});
export type MaySee = z.infer<typeof maySeeSchema>;

const vendorFields = {
  kind: z.enum(vendorKinds),
  name: lineSchema(120),
  contact: contactSchema,
  maySee: maySeeSchema,
  /** Changes within so many seconds of the first are one notice; 0: each at once. */
  quietSeconds: z.int().min(0).max(86_400),
};

export const newVendorSchema = z.strictObject({
  ...vendorFields,
  contact: vendorFields.contact.default({}),
  maySee: vendorFields.maySee.default({ names: false, allergiesByGuest: false, events: null }),
  quietSeconds: vendorFields.quietSeconds.default(30),
});
export type NewVendor = z.infer<typeof newVendorSchema>;
export type NewVendorInput = z.input<typeof newVendorSchema>;

export const vendorChangesSchema = z.strictObject(vendorFields).partial();
export type VendorChanges = z.infer<typeof vendorChangesSchema>;

export const vendorSchema = z.strictObject({ id: idSchema("vendor"), ...vendorFields });
export type Vendor = z.infer<typeof vendorSchema>;

const endpointFields = {
  /** https; the server checks where it leads when it is saved and at every connection. */
  url: z.string().min(1).max(2000),
  /** Kinds of change that are delivered here. */
  types: z.array(z.enum(vendorChangeTypes)).min(1).max(vendorChangeTypes.length),
};

export const newEndpointSchema = z.strictObject({
  ...endpointFields,
  types: endpointFields.types.default(["headcount.changed"]),
});
export type NewEndpoint = z.infer<typeof newEndpointSchema>;

export const endpointChangesSchema = z.strictObject({
  ...endpointFields,
  /** true puts a disabled endpoint to work again. */
  enabled: z.boolean(),
}).partial();
export type EndpointChanges = z.infer<typeof endpointChangesSchema>;

export const endpointSchema = z.strictObject({
  id: idSchema("endpoint"),
  vendorId: idSchema("vendor"),
  ...endpointFields,
  /** Why no deliveries go there, or null while they do. */
  disabled: z.enum(["by-member", "gone", "failing"]).nullable(),
  /** Since when every attempt has failed. */
  failingSince: z.iso.datetime().nullable(),
});
export type Endpoint = z.infer<typeof endpointSchema>;

export const deliveryStates = ["gathering", "owed", "delivered", "failed", "dropped"] as const;

export const deliverySchema = z.strictObject({
  id: idSchema("delivery"),
  endpointId: idSchema("endpoint"),
  type: z.string(),
  changeNumber: z.int(),
  /** gathering: waits out the quiet period. dropped: the endpoint went away first. */
  state: z.enum(deliveryStates),
  attempts: z.int(),
  createdAt: z.iso.datetime(),
  nextAttemptAt: z.iso.datetime().nullable(),
});
export type Delivery = z.infer<typeof deliverySchema>;

export const attemptSchema = z.strictObject({
  number: z.int(),
  at: z.iso.datetime(),
  /** HTTP status; null: no answer, then `problem` says why. */
  status: z.int().nullable(),
  problem: z.string().nullable(),
  durationMs: z.int(),
  /** The first 20 kB of the answer. */
  answer: z.string(),
});
export type Attempt = z.infer<typeof attemptSchema>;
