import type { Schema } from "./document.ts";

/** Where named schemas stand in the document. */
export const place = "#/components/schemas/";

/** The schema itself, where this is a reference to a named one. */
export function resolve(schema: Schema, components: Record<string, Schema>): Schema {
  return schema.$ref ? components[schema.$ref.slice(place.length)] ?? {} : schema;
}

/** Names of all schemas that this one refers to. */
export function refsIn(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === "$ref" && typeof value === "string" ? [value.slice(place.length)] : refsIn(value)
  );
}

/** A copy in which something else stands for every reference. */
export function replaceRefs(schema: Schema, replace: (name: string) => Schema): Schema {
  const copy = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(copy);
    if (typeof value !== "object" || value === null) return value;
    const { $ref, ...rest } = value as Schema;
    const copied = Object.fromEntries(Object.entries(rest).map(([key, one]) => [key, copy(one)]));
    return $ref === undefined ? copied : { ...replace($ref.slice(place.length)), ...copied };
  };
  return copy(schema) as Schema;
}
