import type { Deps } from "../deps.ts";
import type { SiteHead } from "../sites/sites.ts";
import { planInPages } from "./beside/planner.ts";
import { type FileWorker, startFileWorker } from "./beside/start-file-worker.ts";
import type { Choices } from "./planning/choices.ts";
import type { List } from "./planning/plan.ts";
import type { PagedPlan, PlanPage } from "./planning/plan-pages.ts";
import type { TellProgress } from "./progress.ts";
import { readList, readListBy } from "./read-list.ts";
import { type FileHead, unpackFile } from "./reading/pack-file.ts";
import type { SealedHead } from "./sealed-import.ts";

/** Of the file, or parties on the list: a worker would take longer to start. */
const fewRows = 400;

/** A file that was read. Its cells are packed, or with a worker. */
export interface KnownFile extends FileHead {
  pack: () => Promise<Uint8Array<ArrayBuffer>>;
}

export interface Preview {
  head: SealedHead;
  pages: PlanPage[];
  parties: number;
  /** The site's number when the list was read. */
  seenChange: number;
}

/** What accepting the file would do to the list as it is now. Nothing is written. */
export async function makePreview(
  deps: Pick<Deps, "sql" | "keys">,
  site: SiteHead,
  { file, fileName, choices }: { file: KnownFile; fileName: string | null; choices: Choices },
  tell: TellProgress,
  withFile?: FileWorker,
): Promise<Preview> {
  const { languages } = site.settings;
  const { seenChange, planned } = await (hasFewRows(file) ? planShort() : planLong());
  const { plan, digest, pages, parties } = planned;
  const { how, notices, sheets } = file;
  return {
    ...{ pages, parties, seenChange },
    head: { fileName, how, notices, sheets, choices, digest, plan },
  };

  async function planShort(): Promise<Planned> {
    const list = await readList(deps, site);
    if (list.parties.length > fewRows) {
      return planBeside((worker) => {
        worker.list(JSON.stringify(list.parties));
        return Promise.resolve(list);
      });
    }
    const read = await unpackFile(await file.pack());
    const planned = planInPages(read, choices, list, languages, tell);
    return { planned, seenChange: list.changeNumber };
  }

  function planLong(): Promise<Planned> {
    return planBeside((worker) =>
      readListBy(deps, site, (parties) => worker.list(JSON.stringify(parties)))
    );
  }

  async function planBeside(
    giveList: (worker: FileWorker) => Promise<Omit<List, "parties">>,
  ): Promise<Planned> {
    using own = withFile ? undefined : startFileWorker(tell);
    const worker = withFile ?? own;
    if (!worker) throw new Error("No worker has the file.");
    worker.getReady();
    await own?.unpack(await file.pack());
    const { changeNumber, events, questions } = await giveList(worker);
    const list = { changeNumber, events, questions };
    return { planned: await worker.plan(choices, list, languages), seenChange: changeNumber };
  }
}

interface Planned {
  planned: PagedPlan;
  seenChange: number;
}

function hasFewRows({ sheets }: FileHead): boolean {
  return sheets.reduce((sum, { rows }) => sum + rows, 0) <= fewRows;
}
