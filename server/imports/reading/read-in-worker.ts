import { Problem } from "../../problem.ts";
import { limits } from "./limits.ts";
import { broken } from "./refused.ts";
import type { FileHint, Notice, ReadFile, Sheet } from "./table.ts";
import { takeTurn } from "./turns.ts";
import type { FromWorker } from "./worker-messages.ts";

// It may nothing: no files, no network, no environment. Whatever a file talks a parser into stays in there.
const options: WorkerOptions & { deno: { permissions: "none" } } = {
  type: "module",
  deno: { permissions: "none" },
};

/** `readGuestFile` beside everything else that the process does; it ends when it is done or when its time is up. */
export async function readInWorker(
  bytes: Uint8Array,
  hint: FileHint = {},
  { milliseconds = limits.milliseconds }: { milliseconds?: number } = {},
): Promise<ReadFile> {
  using _turn = await takeTurn();
  const worker = new Worker(new URL("./reading-worker.ts", import.meta.url), options);
  const ended = Promise.withResolvers<ReadFile>();
  const timer = setTimeout(() => ended.reject(tooSlow(milliseconds)), milliseconds);
  const sheets: Sheet[] = [];
  const notices: Notice[] = [];

  function take(said: FromWorker): void {
    switch (said.kind) {
      case "sheet":
        return void sheets.push({ name: said.name, rows: [] });
      case "rows":
        return void sheets.at(-1)?.rows.push(...said.rows);
      case "notices":
        return void notices.push(...said.notices);
      case "done":
        return ended.resolve({ sheets, how: said.how, notices });
      case "problem":
        return ended.reject(new Problem(said.code, said.detail, said.more));
      default:
        return said satisfies never;
    }
  }

  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    take(data);
    worker.postMessage("more");
  };
  worker.onerror = (event) => {
    event.preventDefault();
    ended.reject(new Error(`The reader of guest lists ended: ${event.message}`));
  };
  try {
    worker.postMessage({ bytes, hint });
    return await ended.promise;
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
}

function tooSlow(milliseconds: number): Problem {
  return broken(
    `Reading took longer than ${
      milliseconds / 1000
    } seconds and was given up. Copy the list into a new sheet, and upload that.`,
  );
}
