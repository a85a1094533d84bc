import type { FieldKind } from "../fields.ts";

/** Kinds of columns that a header alone can tell. */
export type NamedKind = Exclude<FieldKind, "answer" | "relation-label" | "relation-name">;

/** Headers by what they mean, folded, with a bar between. */
export type HeaderWords = Partial<Record<NamedKind, string>>;
