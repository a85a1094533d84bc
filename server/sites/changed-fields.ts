import { isDeepStrictEqual } from "node:util";

/** The names of the fields that are not what they were, in alphabetical order. */
export function changedFields(before: object, after: object): string[] {
  const was = new Map(Object.entries(before));
  return Object.entries(after)
    .filter(([name, value]) => !isDeepStrictEqual(was.get(name), value))
    .map(([name]) => name).toSorted();
}
