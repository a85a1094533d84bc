import type { ReadFile, Row } from "../reading/table.ts";
import type { Choices } from "./choices.ts";
import type { List, ListParty, Plan, PlannedParty } from "./plan.ts";
import type { PlanStage } from "./plan-import.ts";

/** What the worker is told, piece by piece: all in one message would keep the server from answering others. */
export type ToPlanner =
  | {
    kind: "start";
    file: Omit<ReadFile, "sheets">;
    choices: Choices;
    list: Omit<List, "parties">;
    languages: readonly string[];
  }
  | { kind: "sheet"; name: string }
  | { kind: "rows"; rows: Row[] }
  | { kind: "listed"; parties: ListParty[] }
  | { kind: "plan" }
  | { kind: "more" };

/** What it says; after each piece it waits for `more`. */
export type FromPlanner =
  | { kind: "stage"; stage: PlanStage; total: number }
  | { kind: "planned"; plan: Omit<Plan, "parties" | "refused" | "problems"> }
  | { kind: "parties"; parties: PlannedParty[] }
  | { kind: "refused"; refused: Plan["refused"] }
  | { kind: "problems"; problems: Plan["problems"] }
  | { kind: "done" };
