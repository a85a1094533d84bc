import { z } from "zod";
import { idSchema } from "./ids.ts";
import { eventSchema } from "./events.ts";
import { phrasesSchema } from "./own-phrases.ts";
import { questionsInputSchema, questionsSchema } from "./questions.ts";
import { lineSchema, mailSchema, phoneSchema, proseSchema } from "./text.ts";
import { themeChangesSchema, themeSchema } from "./theme.ts";
import { dateSchema, instantSchema, languageSchema, zoneSchema } from "./time.ts";

/** A site's short name in addresses and in `<wedding-rsvp site="…">`. */
export const slugSchema = z.string().regex(
  /^[a-z0-9](?:[a-z0-9-]{1,58}[a-z0-9])$/,
  "3 to 60 lower-case letters, digits and hyphens",
);

/**
 * A page that may carry the form: an exact origin `https://ours.example`, or one leading label left open,
 * `https://*.ours.example`. Plain http only for a machine's own pages while trying it out.
 */
export const pageSchema = z.string().max(300).regex(
  /^(?:https:\/\/(?:\*\.)?(?:[a-z0-9-]+\.)+[a-z0-9-]+(?::\d{1,5})?|https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?)$/,
  "an origin such as https://ours.example, without a path",
);

export const deadlineSchema = z.strictObject({
  /** The moment itself, with its offset. */
  at: instantSchema,
  /** `closed`: later replies are refused with the message. `late`: they are taken and marked. */
  after: z.enum(["closed", "late"]),
  message: lineSchema(300).optional(),
});
export type Deadline = z.infer<typeof deadlineSchema>;

export const findingSchema = z.strictObject({
  /** `link`: only personal links open an invitation. */
  by: z.enum(["name", "link"]).default("name"),
  /** When a second fact (phone, mail address, code on the card) is asked for. */
  secondFact: z.enum(["always", "when-two-match"]).default("when-two-match"),
});
export type Finding = z.infer<typeof findingSchema>;

const settings = {
  /** As the invitation says it: "Emma & James". */
  names: lineSchema(120),
  date: dateSchema,
  zone: zoneSchema,
  languages: z.array(languageSchema).min(1).max(20),
  pages: z.array(pageSchema).max(50),
  /** Address of the page that carries the form, for personal links; null: the server's own page. */
  formPage: z.url({ protocol: /^https?$/ }).max(500).nullable(),
  deadline: deadlineSchema.nullable(),
  theme: themeSchema,
  finding: findingSchema,
  /** The event whose number of attending guests everybody may see; null: nobody. */
  publicCounter: idSchema("event").nullable(),
  /** How guests reach the couple when the form cannot help. */
  contact: z.strictObject({ mail: mailSchema.optional(), phone: phoneSchema.optional() }),
  questions: questionsSchema,
  /** Whether guests may answer "not sure yet". */
  notSure: z.boolean(),
  phrases: phrasesSchema,
  /** Shown above the first step. */
  intro: proseSchema(1000),
};

/** What a couple sets for its site. */
export const siteSettingsSchema = z.strictObject(settings);
export type SiteSettings = z.infer<typeof siteSettingsSchema>;

/** A new site: short name, names, date and zone; everything else has a sensible start. */
export const newSiteSchema = z.strictObject({
  slug: slugSchema,
  names: settings.names,
  date: settings.date,
  zone: settings.zone,
  languages: settings.languages.default(["en"]),
  pages: settings.pages.default([]),
  formPage: settings.formPage.default(null),
  deadline: settings.deadline.default(null),
  theme: settings.theme.default({ preset: "page" }),
  finding: settings.finding.default({ by: "name", secondFact: "when-two-match" }),
  contact: settings.contact.default({}),
  questions: questionsInputSchema.default([]),
  notSure: settings.notSure.default(false),
  phrases: settings.phrases.default({}),
  intro: settings.intro.default(""),
});
export type NewSite = z.infer<typeof newSiteSchema>;
export type NewSiteInput = z.input<typeof newSiteSchema>;

/** Any of the settings; what is left out stays, inside `theme` and `finding` too. */
export const siteChangesSchema = siteSettingsSchema.partial().extend({
  slug: slugSchema.optional(),
  theme: themeChangesSchema.optional(),
  finding: z.strictObject({
    by: findingSchema.shape.by.unwrap(),
    secondFact: findingSchema.shape.secondFact.unwrap(),
  }).partial().optional(),
  questions: questionsInputSchema.optional(),
});
export type SiteChanges = z.infer<typeof siteChangesSchema>;

export const siteSchema = siteSettingsSchema.extend({
  id: idSchema("site"),
  slug: slugSchema,
  changeNumber: z.int(),
});
export type Site = z.infer<typeof siteSchema>;

/** What everybody may know of a site: enough to draw the form's first step. */
export const siteFormSchema = z.strictObject({
  site: z.string(),
  names: z.string(),
  date: dateSchema,
  zone: z.string(),
  languages: z.array(z.string()),
  intro: z.string(),
  deadline: deadlineSchema.nullable(),
  /** Whether a reply sent now is taken as it is, taken and marked late, or refused. */
  replies: z.enum(["open", "late", "closed"]),
  theme: themeSchema,
  finding: findingSchema,
  notSure: settings.notSure,
  phrases: settings.phrases,
  contact: settings.contact,
  /** Guests who attend, where the couple shows it. */
  counter: z.strictObject({ attending: z.int() }).nullable(),
});
export type SiteForm = z.infer<typeof siteFormSchema>;

/** Everything a member sees of a site. */
export const siteWithEventsSchema = siteSchema.extend({ events: z.array(eventSchema) });
