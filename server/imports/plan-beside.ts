import { Problem } from "../problem.ts";
import type { Choices } from "./planning/choices.ts";
import type { List, Plan } from "./planning/plan.ts";
import { planImport, type PlanStage } from "./planning/plan-import.ts";
import type { FromPlanner, ToPlanner } from "./planning/planning-messages.ts";
import type { ReadFile } from "./reading/table.ts";

const atOnce = 250;
const patience = 60_000;

// It may nothing, as the one that reads files.
const options: WorkerOptions & { deno: { permissions: "none" } } = {
  type: "module",
  deno: { permissions: "none" },
};

type Told = (stage: PlanStage, total: number) => void;

export interface Planner extends Disposable {
  plan(
    file: ReadFile,
    choices: Choices,
    list: List,
    languages: readonly string[],
    told: Told,
  ): Promise<Plan>;
}

/** Plans at once, where everything else runs: short lists are planned before a worker would have started. */
export const planHere: Planner = {
  plan: (...task) => Promise.resolve(planImport(...task)),
  [Symbol.dispose]() {},
};

/** Plans one file in a worker, so that the server answers others meanwhile. It starts while the file is still being read. */
export function planBeside(): Planner {
  const worker = new Worker(new URL("./planning/planning-worker.ts", import.meta.url), options);
  // Until there is a file, nobody waits for what it says.
  const ended = Promise.withResolvers<Plan>();
  ended.promise.catch(() => {});
  worker.onerror = (event) => {
    event.preventDefault();
    ended.reject(new Error(`Planning an import ended: ${event.message}`));
  };
  return {
    plan: (file, choices, list, languages, told) =>
      planIn(worker, ended, told, (say) => sendTask(say, file, choices, list, languages)),
    [Symbol.dispose]: () => worker.terminate(),
  };
}

async function planIn(
  worker: Worker,
  ended: PromiseWithResolvers<Plan>,
  told: Told,
  send: (say: (message: ToPlanner) => void) => Promise<void>,
): Promise<Plan> {
  const timer = setTimeout(() => {
    ended.reject(
      new Problem("file-not-readable", "Comparing the file with the list took too long."),
    );
  }, patience);
  const say = (message: ToPlanner) => worker.postMessage(message);
  let plan: Plan | undefined;

  function take(said: FromPlanner): void {
    switch (said.kind) {
      case "stage":
        return told(said.stage, said.total);
      case "planned":
        plan = { ...said.plan, parties: [], refused: [], problems: [] };
        break;
      case "parties":
        plan?.parties.push(...said.parties);
        break;
      case "refused":
        plan?.refused.push(...said.refused);
        break;
      case "problems":
        plan?.problems.push(...said.problems);
        break;
      case "done":
        return plan ? ended.resolve(plan) : ended.reject(new Error("There is no plan."));
      default:
        return said satisfies never;
    }
    say({ kind: "more" });
  }

  worker.onmessage = ({ data }: MessageEvent<FromPlanner>) => take(data);
  try {
    await send(say);
    return await ended.promise;
  } finally {
    clearTimeout(timer);
  }
}

async function sendTask(
  say: (message: ToPlanner) => void,
  { sheets, ...file }: ReadFile,
  choices: Choices,
  { parties, ...list }: List,
  languages: readonly string[],
): Promise<void> {
  say({ kind: "start", file, choices, list, languages });
  for (const { name, rows } of sheets) {
    say({ kind: "sheet", name });
    for (let at = 0; at < rows.length; at += atOnce) {
      say({ kind: "rows", rows: rows.slice(at, at + atOnce) });
      await turn();
    }
  }
  for (let at = 0; at < parties.length; at += atOnce) {
    say({ kind: "listed", parties: parties.slice(at, at + atOnce) });
    await turn();
  }
  say({ kind: "plan" });
}

// Lets others have the thread.
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
