import type { Options } from "csv-parse/sync";
import type { Delimiter } from "./table.ts";

export function csvOptions(delimiter: Delimiter): Options<string[]> {
  return {
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    // People put a space after the comma; a tab is only taken for a space where it does not divide.
    ltrim: delimiter !== "\t",
    rtrim: delimiter !== "\t",
  };
}
