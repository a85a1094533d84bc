import type { z } from "zod";

/**
 * What zod writes into JSON Schema, made plainer and truer: no bounds that every integer has, no pattern beside a format
 * that says the same, and no `date-time` for wall-clock times, which have no offset.
 */
export function plainSchema(
  { zodSchema, jsonSchema }: {
    zodSchema: z.core.$ZodTypes;
    jsonSchema: z.core.JSONSchema.BaseSchema;
  },
): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (!jsonSchema.format) return;
  const isLocal = "local" in zodSchema._zod.def && zodSchema._zod.def.local === true;
  if (isLocal) {
    delete jsonSchema.format;
    jsonSchema.pattern = "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d$";
    jsonSchema.examples = ["2027-06-12T14:00"];
  } else if (/^date|^email$|^uri$/.test(jsonSchema.format)) delete jsonSchema.pattern;
}
