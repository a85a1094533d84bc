import { type ImportProblemCode, importProblems, type Severity } from "./problem-codes.ts";

/** Something wrong with one row, and what would put it right. */
export interface RowProblem {
  sheet: string;
  row: number;
  /** The column it is about, if it is about one. */
  column?: { index: number; header: string };
  value: string;
  code: ImportProblemCode;
  severity: Severity;
  /** What the sentence says beside the value. */
  parameters: Record<string, string | number>;
  /** What the cell could be instead. */
  repair?: string;
}

/** Tells of a problem at a place; whoever calls knows the row. */
export type Tell = (
  code: ImportProblemCode,
  about: {
    column?: { index: number; header: string } | undefined;
    value?: string;
    parameters?: Record<string, string | number>;
    repair?: string | undefined;
  },
) => void;

const longestValue = 200;

export function createTell(sheet: string, row: number, problems: RowProblem[]): Tell {
  let told: Set<string> | undefined;
  return (code, { column, value = "", parameters = {}, repair }) => {
    // A cell that is about every event is wrong once.
    const key = JSON.stringify([code, column?.index, value, parameters]);
    if (told?.has(key)) return;
    told = (told ?? new Set()).add(key);
    problems.push({
      sheet,
      row,
      ...column ? { column: { index: column.index, header: column.header } } : {},
      value: value.length > longestValue ? `${value.slice(0, longestValue)}…` : value,
      code,
      severity: importProblems[code].severity,
      parameters,
      ...repair === undefined ? {} : { repair },
    });
  };
}

/** The problem in plain English. */
export function sentenceOf({ code, value, parameters }: RowProblem): string {
  return importProblems[code].sentence.replace(
    /\{(\w+)\}/g,
    (_, name: string) => String(name === "value" ? value : parameters[name] ?? ""),
  );
}
