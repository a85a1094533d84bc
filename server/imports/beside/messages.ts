import type { ProblemCode } from "../../../shared/problems.ts";
import type { Choices } from "../planning/choices.ts";
import type { List, Plan } from "../planning/plan.ts";
import type { PagedPlan } from "../planning/plan-pages.ts";
import type { KnownSite } from "../planning/read-table.ts";
import type { FileHead } from "../reading/pack-file.ts";
import type { FileHint } from "../reading/table.ts";
import type { Progress } from "../progress.ts";

/** What the worker is told, one after the other. The list comes piece by piece, each as text: taking many small things into a message costs whoever sends it more. */
export type ToWorker =
  | { kind: "read"; bytes: Uint8Array; hint: FileHint }
  | { kind: "unpack"; packed: Uint8Array<ArrayBuffer> }
  | { kind: "get-ready" }
  | { kind: "practise" }
  | { kind: "columns"; choices: Choices; site: KnownSite }
  | { kind: "listed"; parties: string }
  | {
    kind: "plan";
    choices: Choices;
    list: Omit<List, "parties">;
    languages: readonly string[];
  }
  | { kind: "pack" };

/** What it says. Of these, `progress` is no answer; `problem` and `failed` are one to whatever was asked. */
export type FromWorker =
  | { kind: "read"; head: FileHead }
  | { kind: "columns"; columns: Plan["columns"] }
  | { kind: "progress"; progress: Progress }
  | { kind: "planned"; planned: PagedPlan }
  | { kind: "packed"; packed: Uint8Array<ArrayBuffer> }
  | { kind: "problem"; code: ProblemCode; detail: string; more: Record<string, unknown> }
  | { kind: "failed"; name: string; place: string };
