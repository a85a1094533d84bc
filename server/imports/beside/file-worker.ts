/// <reference lib="deno.worker" />
import { Problem } from "../../problem.ts";
import type { List } from "../planning/plan.ts";
import { inParts } from "../progress.ts";
import { headOf, packFile, unpackFile } from "../reading/pack-file.ts";
import type { ReadFile } from "../reading/table.ts";
import type { FromWorker, ToWorker } from "./messages.ts";

// What is not needed yet is loaded later: whoever reads a short file never waits for the planner.
const reader = () => import("../reading/read-guest-file.ts");
const planner = () => import("./planner.ts");

let file: ReadFile = { sheets: [], how: { format: "text" }, notices: [] };
const parties: List["parties"] = [];
let last = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  last = last.then(() => answer(data)).catch(tellProblem);
};

async function answer(asked: ToWorker): Promise<void> {
  switch (asked.kind) {
    case "read": {
      const { readGuestFile } = await reader();
      const { bytes, hint } = asked;
      const tell = inParts(bytes.length, (done, total) => {
        say({ kind: "progress", progress: { stage: "reading", done, total } });
      });
      file = await readGuestFile(bytes, hint, tell);
      return say({ kind: "read", head: headOf(file) });
    }
    case "unpack":
      file = await unpackFile(asked.packed);
      return;
    case "get-ready":
      return void await Promise.all([reader(), planner()]);
    case "practise":
      return await (await import("./practise.ts")).practise();
    case "columns": {
      const { columnsOf } = await planner();
      return say({ kind: "columns", columns: columnsOf(file, asked.choices, asked.site) });
    }
    case "listed":
      return void parties.push(...JSON.parse(asked.parties));
    case "plan": {
      const { choices, list, languages } = asked;
      const { planInPages } = await planner();
      const whole = { ...list, parties };
      const planned = planInPages(file, choices, whole, languages, (progress) => {
        say({ kind: "progress", progress });
      });
      return say({ kind: "planned", planned }, planned.pages.map(({ packed }) => packed.buffer));
    }
    case "pack": {
      const packed = await packFile(file);
      return say({ kind: "packed", packed }, [packed.buffer]);
    }
    default:
      return asked satisfies never;
  }
}

// Not what an error says: it may quote the file, and whoever runs the server would find it in the log.
function tellProblem(error: unknown): void {
  if (error instanceof Problem) {
    const { code, message, more } = error;
    return say({ kind: "problem", code, detail: message, more });
  }
  const { name, message, stack = "" } = error instanceof Error ? error : new Error();
  const place = stack.slice(Math.max(stack.indexOf(message), 0) + message.length);
  say({ kind: "failed", name, place });
}

function say(message: FromWorker, given: ArrayBuffer[] = []): void {
  self.postMessage(message, given);
}
