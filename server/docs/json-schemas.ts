import { z } from "zod";
import { isDeepStrictEqual } from "node:util";
import type { Schema } from "./document.ts";
import { namedSchemas } from "./named-schemas.ts";
import { plainSchema } from "./plain-schema.ts";
import { place, refsIn, replaceRefs } from "./refs.ts";

type Io = "input" | "output";

export interface JsonSchemas {
  sent(schema: z.ZodType): Schema;
  told(schema: z.ZodType): Schema;
  /** Every named schema that one of these refers to. */
  components: Record<string, Schema>;
}

/**
 * JSON Schemas of what callers send and are told. What has defaults differs by direction (it may be left out, yet is
 * always told); where such a named schema goes both ways, the one to send is called `…Input`.
 */
export function jsonSchemas(
  { sent, told }: { sent: z.ZodType[]; told: z.ZodType[] },
): JsonSchemas {
  const named = namedSchemas();
  const inputs = convert(named, sent, "input");
  const outputs = convert(named, told, "output");
  const inputNames = namesReached(inputs, sent);
  const outputNames = namesReached(outputs, told);
  const differ = differing(inputs.schemas, outputs.schemas, inputNames.intersection(outputNames));
  const rename = (name: string) => differ.has(name) ? `${name}Input` : name;
  const renamed = (name: string) => ({ $ref: place + rename(name) });

  const components: Record<string, Schema> = {};
  for (const name of [...outputNames].sort()) components[name] = outputs.schemas[name] ?? {};
  for (const name of [...inputNames].sort()) {
    components[rename(name)] = replaceRefs(inputs.schemas[name] ?? {}, renamed);
  }
  return {
    sent: (schema) => replaceRefs(schemaOf(inputs, schema), renamed),
    told: (schema) => schemaOf(outputs, schema),
    components,
  };
}

interface Converted {
  schemas: Record<string, Schema>;
  keys: Map<z.ZodType, string>;
}

function convert(named: Map<string, z.ZodType>, roots: z.ZodType[], io: Io): Converted {
  const registry = z.registry<{ id: string }>();
  const keys = new Map([...named].map(([name, schema]) => [schema, name]));
  for (const [index, schema] of roots.entries()) {
    if (!keys.has(schema)) keys.set(schema, `root ${index}`);
  }
  for (const [schema, id] of keys) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    io,
    target: "draft-2020-12",
    uri: (name) => place + name,
    override: plainSchema,
  });
  for (const schema of Object.values(schemas)) {
    delete schema.$schema;
    delete schema.$id;
  }
  return { schemas: withoutRoots(schemas as Record<string, Schema>), keys };
}

/** A root without a name may be part of another one: it is written out there. */
function withoutRoots(schemas: Record<string, Schema>): Record<string, Schema> {
  const written = (schema: Schema): Schema =>
    replaceRefs(schema, (name) => {
      const root = isRoot(name) && schemas[name];
      return root ? written(root) : { $ref: place + name };
    });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, written(schema)]),
  );
}

function isRoot(name: string): boolean {
  return name.startsWith("root ");
}

function schemaOf({ schemas, keys }: Converted, schema: z.ZodType): Schema {
  const key = keys.get(schema);
  const found = key !== undefined && schemas[key];
  if (!found) throw new Error("Cannot describe a schema that was not announced.");
  return isRoot(key) ? found : { $ref: place + key };
}

function namesReached(converted: Converted, roots: z.ZodType[]): Set<string> {
  const reached = new Set<string>();
  const waiting = roots.map((root) => schemaOf(converted, root));
  for (let schema = waiting.pop(); schema; schema = waiting.pop()) {
    for (const name of refsIn(schema)) {
      if (reached.has(name)) continue;
      reached.add(name);
      waiting.push(converted.schemas[name] ?? {});
    }
  }
  return reached;
}

/** Names whose schemas differ by direction, or refer to one that does. */
function differing(
  inputs: Record<string, Schema>,
  outputs: Record<string, Schema>,
  names: Set<string>,
): Set<string> {
  const differ = new Set<string>();
  let size;
  do {
    size = differ.size;
    for (const name of names) {
      const same = isDeepStrictEqual(inputs[name], outputs[name]);
      if (!same || refsIn(inputs[name] ?? {}).some((ref) => differ.has(ref))) differ.add(name);
    }
  } while (differ.size > size);
  return differ;
}
