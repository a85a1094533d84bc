import type { Choices } from "../planning/choices.ts";
import type { List, Plan } from "../planning/plan.ts";
import type { PagedPlan } from "../planning/plan-pages.ts";
import type { KnownSite } from "../planning/read-table.ts";
import { type TellProgress, untold } from "../progress.ts";
import { limits } from "../reading/limits.ts";
import type { FileHead } from "../reading/pack-file.ts";
import { broken } from "../reading/refused.ts";
import type { FileHint } from "../reading/table.ts";
import { takeTurn } from "../reading/turns.ts";
import { askWorker } from "./ask-worker.ts";
import { freshWorker, getSpareReadyLater } from "./fresh-worker.ts";

/** A worker for one file, whose cells never leave it but packed. It ends where it is disposed of (`using`). */
export interface FileWorker extends Disposable {
  /** Problems: `file-…`, `too-many-rows`, `too-many-columns`, `cell-too-long`. */
  read(bytes: Uint8Array, hint: FileHint, limit?: { milliseconds: number }): Promise<FileHead>;
  /** Takes in a file that was read before. */
  unpack(packed: Uint8Array<ArrayBuffer>): Promise<void>;
  /** The file as it is kept. */
  pack(): Promise<Uint8Array<ArrayBuffer>>;
  /** Loads what planning needs, while others still look for what is to be planned. */
  getReady(): void;
  /** What the columns of the file are, and nothing more. */
  columns(choices: Choices, site: KnownSite): Promise<Plan["columns"]>;
  /** Takes in some parties of the list, as a list of JSON. */
  list(parties: string): void;
  plan(
    choices: Choices,
    list: Omit<List, "parties">,
    languages: readonly string[],
  ): Promise<PagedPlan>;
}

const planning = {
  milliseconds: 60_000,
  tooSlow: broken("Comparing the file with the list took too long."),
};

/** It loads while the file is still on its way. How many have a file at a time is limited, how many load is not. */
export function startFileWorker(tell: TellProgress = untold): FileWorker {
  const worker = freshWorker();
  const held = new DisposableStack();
  held.defer(getSpareReadyLater);
  held.defer(() => worker.terminate());
  const { say, ask } = askWorker(worker, tell);
  return {
    async read(bytes, hint, { milliseconds } = limits) {
      held.use(await takeTurn());
      const patience = { milliseconds, tooSlow: tooSlow(milliseconds) };
      return (await ask({ kind: "read", bytes, hint }, "read", patience)).head;
    },
    async unpack(packed) {
      held.use(await takeTurn());
      say({ kind: "unpack", packed });
    },
    pack: async () => (await ask({ kind: "pack" }, "packed", planning)).packed,
    getReady: () => say({ kind: "get-ready" }),
    columns: async (choices, site) =>
      (await ask({ kind: "columns", choices, site }, "columns", planning)).columns,
    list: (parties) => say({ kind: "listed", parties }),
    plan: async (choices, list, languages) =>
      (await ask({ kind: "plan", choices, list, languages }, "planned", planning)).planned,
    [Symbol.dispose]: () => held.dispose(),
  };
}

function tooSlow(milliseconds: number) {
  return broken(
    `Reading took longer than ${
      milliseconds / 1000
    } seconds and was given up. Copy the list into a new sheet, and upload that.`,
  );
}
