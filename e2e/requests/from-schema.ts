import fc from "fast-check";
import type { Schema } from "../../server/docs/document.ts";
import { place } from "../../server/docs/refs.ts";

/** What a schema does not say and a request needs to get far: ids that there are, zones that there are. */
export interface Known {
  /** Ids of this kind, by `kind_…`; some are there, some are not. */
  idOf(kind: string): fc.Arbitrary<string>;
  /** Values of fields by their names; a schema says of most texts only how long they may be. */
  named: Record<string, fc.Arbitrary<unknown>>;
}

/** Values that a schema of the document takes, of all shapes that it says. */
export function valuesOf(
  schema: Schema,
  components: Record<string, Schema>,
  known: Known,
): fc.Arbitrary<unknown> {
  const named = new Map<string, fc.Arbitrary<unknown>>();

  function of(schema: Schema): fc.Arbitrary<unknown> {
    if (schema.$ref) return ofNamed(schema.$ref.slice(place.length));
    if (schema.const !== undefined) return fc.constant(schema.const);
    if (schema.enum) return fc.constantFrom(...schema.enum);
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices) return fc.oneof(...choices.map(of));
    if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type) => of({ type })));
    switch (schema.type) {
      case "object":
        return ofObject(schema);
      case "array": {
        const { items = {}, minItems: minLength = 0, maxItems = 4 } = schema;
        return fc.array(of(items), {
          minLength,
          maxLength: Math.max(minLength, Math.min(maxItems, 4)),
        });
      }
      case "string":
        return textOf(schema, known);
      case "integer":
        return fc.integer({ min: schema.minimum ?? -9, max: schema.maximum ?? 2 ** 31 - 1 });
      case "number":
        return fc.double({ noNaN: true, noDefaultInfinity: true });
      case "boolean":
        return fc.boolean();
      case "null":
        return fc.constant(null);
      default:
        return fc.jsonValue({ maxDepth: 2 });
    }
  }

  function ofNamed(name: string): fc.Arbitrary<unknown> {
    const before = named.get(name);
    if (before) return before;
    // A schema that holds itself ends here.
    named.set(name, fc.constant(null));
    const made = of(components[name] ?? {});
    named.set(name, made);
    return made;
  }

  function ofObject(
    { properties = {}, required = [], additionalProperties, propertyNames }: Schema,
  ) {
    const fields = Object.fromEntries(
      Object.entries(properties).map(([name, field]) => {
        const hint = known.named[name];
        const fits = of(field);
        return [name, hint ? fc.oneof({ weight: 4, arbitrary: hint }, fits) : fits];
      }),
    );
    const stated = fc.record(fields, { requiredKeys: required });
    if (typeof additionalProperties !== "object") return stated;
    const keys = of({ type: "string", ...propertyNames }).map(String);
    const more = fc.dictionary(keys, of(additionalProperties), { maxKeys: 2 });
    return fc.tuple(stated, more).map(([one, other]) => ({ ...other, ...one }));
  }

  return of(schema);
}

function textOf({ examples, ...schema }: Schema, known: Known): fc.Arbitrary<unknown> {
  const free = anyText(schema, known);
  return examples ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...examples) }, free) : free;
}

function anyText({ pattern, format, minLength = 0, maxLength = 80 }: Schema, known: Known) {
  const kind = /^\^([a-z]+)_\[0-9a-z\]/.exec(pattern ?? "")?.[1];
  if (kind) return known.idOf(kind);
  if (pattern) {
    return fc.stringMatching(new RegExp(pattern)).filter((text) => text.length <= maxLength);
  }
  const day = fc.date({
    min: new Date("1970-01-01"),
    max: new Date("2200-01-01"),
    noInvalidDate: true,
  });
  switch (format) {
    case "date":
      return day.map((date) => date.toISOString().slice(0, 10));
    case "date-time":
      return day.map((date) => date.toISOString());
    case "email":
      return fc.stringMatching(/^[a-z]{1,9}@people\.example$/);
    case "uri":
      return fc.stringMatching(/^https:\/\/[a-z]{1,9}\.invalid\/[a-z]{0,9}$/);
    default:
      return fc.oneof(
        { weight: 9, arbitrary: ofLength({ minLength, maxLength: Math.min(maxLength, 60) }) },
        fc.constant("x".repeat(maxLength)),
      );
  }
}

function ofLength(lengths: { minLength: number; maxLength: number }) {
  return fc.oneof(fc.string({ ...lengths, unit: "grapheme" }), fc.string(lengths));
}
