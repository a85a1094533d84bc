import type { z } from "zod";

/**
 * What zod writes into JSON Schema, made plainer: no bounds that every integer has, no pattern beside a format that
 * says the same, and a pattern for wall-clock times that people can read.
 */
export function plainSchema(
  { zodSchema, jsonSchema }: {
    zodSchema: z.core.$ZodTypes;
    jsonSchema: z.core.JSONSchema.BaseSchema;
  },
): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (/^(date|date-time|email|uri)$/.test(jsonSchema.format ?? "")) delete jsonSchema.pattern;
  const { def } = zodSchema._zod;
  if ("local" in def && def.local === true) {
    jsonSchema.pattern = "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d$";
    jsonSchema.examples = ["2027-06-12T14:00"];
  }
}
