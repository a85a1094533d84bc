import { z } from "zod";

/** The looks a couple can choose; `page` takes everything from the page around the element. */
export const presets = ["page", "classic", "modern", "botanical", "deco", "midnight"] as const;
export type Preset = (typeof presets)[number];

const colourSchema = z.string().regex(/^#[0-9a-fA-F]{6}$/, "a colour such as #7a4b3a");

/** A preset, with the couple's own colours over it. */
export const themeSchema = z.strictObject({
  preset: z.enum(presets).default("page"),
  accent: colourSchema.optional(),
  paper: colourSchema.optional(),
  ink: colourSchema.optional(),
});
export type Theme = z.infer<typeof themeSchema>;

/** Some of a theme; null takes a colour of the couple's own away. */
export const themeChangesSchema = z.strictObject({
  preset: z.enum(presets),
  accent: colourSchema.nullable(),
  paper: colourSchema.nullable(),
  ink: colourSchema.nullable(),
}).partial();
