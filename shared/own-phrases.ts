import { z } from "zod";
import { phraseBlanks } from "./phrases.ts";
import { lineSchema } from "./text.ts";

/** As many as a couple would write by hand, and few enough to travel with every form. */
const mostPhrases = 200;
const mostCharacters = 8_000;

// Checked below, in words; here only told to whoever reads the API's document.
const nameSchema = z.string().meta({ enum: Object.keys(phraseBlanks) });

/**
 * The couple's own words instead of the form's, by language tag and name of the phrase. A blank such as `{date}` is filled
 * where the phrase has it.
 */
export const phrasesSchema = z.record(z.string(), z.record(nameSchema, lineSchema(300)))
  .superRefine((languages, context) => {
    for (const [tag, phrases] of Object.entries(languages)) {
      const message = complaintOfTag(tag);
      if (message) context.addIssue({ code: "custom", path: [tag], message });
      for (const [name, text] of Object.entries(phrases)) {
        for (const message of complaints(name, text)) {
          context.addIssue({ code: "custom", path: [tag, name], message });
        }
      }
    }
    for (const message of complaintsOfSize(languages)) {
      context.addIssue({ code: "custom", message });
    }
  });
export type Phrases = z.infer<typeof phrasesSchema>;

const blanksOf = new Map<string, readonly string[]>(Object.entries(phraseBlanks));

/** One tag for one language: two spellings of it would be two lists. */
function complaintOfTag(tag: string): string | undefined {
  const canonical = canonicalTag(tag);
  if (canonical === undefined) return "a language tag such as pt-BR";
  return canonical === tag ? undefined : `this language is written ${canonical}`;
}

function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

function complaints(name: string, text: string): string[] {
  const known = blanksOf.get(name);
  if (!known) return [`the form has no phrase ${name}`];
  const strange = [...text.matchAll(/\{([^{}]*)\}/g)]
    .filter(([, blank = ""]) => !known.includes(blank));
  const offered = known.map((blank) => `{${blank}}`).join(", ") || "none";
  return strange.map(([blank]) => `${name} has no blank ${blank}; its blanks: ${offered}`);
}

function complaintsOfSize(languages: Record<string, Record<string, string>>): string[] {
  const phrases = Object.values(languages).flatMap((phrases) => Object.entries(phrases));
  const characters = [...Object.keys(languages), ...phrases.flat()].join("").length;
  return [
    ...(phrases.length > mostPhrases ? [`at most ${mostPhrases} phrases, of all languages`] : []),
    ...(characters > mostCharacters ? [`at most ${mostCharacters} characters in all`] : []),
  ];
}
