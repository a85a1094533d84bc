import type { ProblemCode } from "../../../shared/problems.ts";
import type { HowRead, Notice, Row } from "./table.ts";

/** What the worker says, one at a time; after each it waits for `more`. */
export type FromWorker =
  | { kind: "sheet"; name: string }
  | { kind: "rows"; rows: Row[] }
  | { kind: "notices"; notices: Notice[] }
  | { kind: "done"; how: HowRead }
  | { kind: "problem"; code: ProblemCode; detail: string; more: Record<string, unknown> };
