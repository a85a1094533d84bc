import { createHash } from "node:crypto";
import type { Deps } from "../deps.ts";
import type { SiteHead } from "../sites/sites.ts";
import { inTurns } from "./in-turns.ts";
import { planBeside, planHere, type Planner } from "./plan-beside.ts";
import type { Choices } from "./planning/choices.ts";
import type { Plan } from "./planning/plan.ts";
import type { TellProgress } from "./progress.ts";
import { readList } from "./read-list.ts";
import type { ReadFile } from "./reading/table.ts";
import type { SealedHead } from "./sealed-import.ts";

/** Of the file, or parties on the list: a worker would take longer to start. */
const fewRows = 400;

export interface Preview {
  plan: Plan;
  head: SealedHead;
  /** The site's number when the list was read. */
  seenChange: number;
}

/** What accepting the file would do to the list as it is now. Nothing is written. */
export async function makePreview(
  deps: Pick<Deps, "sql" | "keys">,
  site: SiteHead,
  { file, fileName, choices }: { file: ReadFile; fileName: string | null; choices: Choices },
  tell: TellProgress,
  given?: Planner,
): Promise<Preview> {
  // A worker is ready by the time the list is read.
  using own = given ?? (rowsOf(file) > fewRows ? planBeside() : planHere);
  const list = await readList(deps, site);
  const planner = own === planHere && list.parties.length > fewRows ? planBeside() : own;
  using _ = planner;
  const { languages } = site.settings;
  const plan = await planner.plan(file, choices, list, languages, (stage, total) => {
    tell({ stage, done: 0, total });
  });
  const { parties, refused: _refused, problems: _problems, ...rest } = plan;
  const hash = createHash("sha256");
  await inTurns(parties, (party) => void hash.update(JSON.stringify(party)));
  const digest = hash.digest("hex");
  const { how, notices, sheets } = file;
  return {
    plan,
    seenChange: list.changeNumber,
    head: {
      ...{ fileName, how, notices, choices, digest, plan: rest },
      sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.length })),
    },
  };
}

function rowsOf({ sheets }: ReadFile): number {
  return sheets.reduce((sum, { rows }) => sum + rows.length, 0);
}
