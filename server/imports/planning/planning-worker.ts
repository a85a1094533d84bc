/// <reference lib="deno.worker" />
import type { ReadFile } from "../reading/table.ts";
import type { List } from "./plan.ts";
import { planImport } from "./plan-import.ts";
import type { FromPlanner, ToPlanner } from "./planning-messages.ts";

const atOnce = 100;

const more: (() => void)[] = [];
let task: Extract<ToPlanner, { kind: "start" }> | undefined;
const sheets: ReadFile["sheets"] = [];
const parties: List["parties"] = [];

self.onmessage = ({ data }: MessageEvent<ToPlanner>) => {
  switch (data.kind) {
    case "start":
      task = data;
      break;
    case "sheet":
      sheets.push({ name: data.name, rows: [] });
      break;
    case "rows":
      sheets.at(-1)?.rows.push(...data.rows);
      break;
    case "listed":
      parties.push(...data.parties);
      break;
    case "plan":
      return void plan();
    case "more":
      return void more.shift()?.();
    default:
      data satisfies never;
  }
};

async function plan(): Promise<void> {
  if (!task) return;
  const { file, choices, list, languages } = task;
  const stage = (stage: "recognising" | "comparing", total: number) => {
    self.postMessage({ kind: "stage", stage, total } satisfies FromPlanner);
  };
  const { parties: planned, refused, problems, ...plan } = planImport(
    { ...file, sheets },
    choices,
    { ...list, parties },
    languages,
    stage,
  );
  await say({ kind: "planned", plan });
  for (const some of pieces(planned)) await say({ kind: "parties", parties: some });
  for (const some of pieces(refused)) await say({ kind: "refused", refused: some });
  for (const some of pieces(problems)) await say({ kind: "problems", problems: some });
  self.postMessage({ kind: "done" } satisfies FromPlanner);
}

function* pieces<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let at = 0; at < items.length; at += atOnce) yield items.slice(at, at + atOnce);
}

function say(message: FromPlanner): Promise<void> {
  return new Promise((resolve) => {
    more.push(resolve);
    self.postMessage(message);
  });
}
