import type { ImportField, ImportSource } from "../../../shared/import-fields.ts";

export type Field = ImportField;
export type FieldKind = Field["kind"];
export type Source = ImportSource;

export interface Column {
  /** From 0. Two columns may have the same header. */
  index: number;
  header: string;
  field: Field;
  /** How it was found: by a header that is known, by likeness, or by what the cells look like. */
  sure: Sureness;
  /** Up to three different values. */
  samples: string[];
}
export type Sureness = "known" | "likely" | "guess";

export interface Recognised {
  source: Source;
  /** Its number in the file; null: the table has no headers. */
  headerRow: number | null;
  columns: Column[];
}
