import { z } from "zod";
import { idSchema } from "./ids.ts";
import { roles } from "./roles.ts";
import { siteSchema } from "./site.ts";
import { lineSchema, mailSchema } from "./text.ts";

const role = z.enum(roles);

/** A person who may manage a site. */
export const memberSchema = z.strictObject({
  id: idSchema("member"),
  /** In full for owners and for the member itself; others see `a…@example.com`. */
  mail: z.string(),
  role,
  addedAt: z.iso.datetime(),
});
export type Member = z.infer<typeof memberSchema>;

export const newMemberSchema = z.strictObject({ mail: mailSchema, role });
export type NewMember = z.infer<typeof newMemberSchema>;

export const memberChangesSchema = z.strictObject({ role });
export type MemberChanges = z.infer<typeof memberChangesSchema>;

/** A program's way in: named, with a role, on one site. */
export const apiKeySchema = z.strictObject({
  id: idSchema("key"),
  name: z.string(),
  role,
  addedAt: z.iso.datetime(),
  /** The last day (UTC) on which it was used. */
  lastUsedOn: z.iso.date().nullable(),
  revokedAt: z.iso.datetime().nullable(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

export const newApiKeySchema = z.strictObject({ name: lineSchema(120), role });
export type NewApiKey = z.infer<typeof newApiKeySchema>;

/** The secret is told once, here. */
export const addedApiKeySchema = apiKeySchema.extend({ secret: z.string() });
export type AddedApiKey = z.infer<typeof addedApiKeySchema>;

/** A site as those who manage it see it in their list. */
export const managedSiteSchema = siteSchema.pick({ id: true, slug: true, names: true })
  .extend({ role });
export type ManagedSite = z.infer<typeof managedSiteSchema>;

/** Whoever is signed in. */
export const meSchema = z.strictObject({
  mail: z.string(),
  sites: z.array(managedSiteSchema),
  mayCreateSites: z.boolean(),
});
export type Me = z.infer<typeof meSchema>;

export const askToSignInSchema = z.strictObject({ mail: mailSchema });

/** What stands behind the # of a sign-in link. */
export const confirmSignInSchema = z.strictObject({ secret: z.string().min(1).max(100) });
