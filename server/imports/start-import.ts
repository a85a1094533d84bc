import { newId } from "../../shared/ids.ts";
import type { ImportPreview } from "../../shared/imports.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import type { SiteHead } from "../sites/sites.ts";
import { countryOfZone } from "./country-of-zone.ts";
import { insertPages } from "./import-pages.ts";
import { insertImport } from "./imports.ts";
import { makePreview } from "./make-preview.ts";
import { knownMapping } from "./mappings.ts";
import { firstChoices } from "./planning/choices.ts";
import { planBeside } from "./plan-beside.ts";
import type { TellProgress } from "./progress.ts";
import { readImport } from "./read-import.ts";
import { readInWorker } from "./reading/read-in-worker.ts";
import type { FileHint } from "./reading/table.ts";
import { sealFile, sealHead, sealPlan } from "./sealed-import.ts";

const mostPreviews = 20;
/** Of a list that is planned before a worker would have started. */
const fewBytes = 20_000;
const underWay = new Set<string>();

/**
 * Reads a file and keeps it as a preview. Nothing of it is on the list yet.
 * Problems: `import-under-way`, `too-many-imports`, those of the file.
 */
export async function startImport(
  deps: Pick<Deps, "sql" | "keys" | "now">,
  site: SiteHead,
  upload: { bytes: Uint8Array; hint: FileHint },
  tell: TellProgress,
): Promise<ImportPreview> {
  if (underWay.has(site.id)) throw new Problem("import-under-way");
  underWay.add(site.id);
  try {
    return await readFileIn(deps, site, upload, tell);
  } finally {
    underWay.delete(site.id);
  }
}

async function readFileIn(
  deps: Pick<Deps, "sql" | "keys" | "now">,
  site: SiteHead,
  { bytes, hint }: { bytes: Uint8Array; hint: FileHint },
  tell: TellProgress,
): Promise<ImportPreview> {
  const total = bytes.byteLength;
  tell({ stage: "reading", done: 0, total });
  using planner = total > fewBytes ? planBeside() : undefined;
  const file = await readInWorker(bytes, hint);
  tell({ stage: "reading", done: total, total });
  const keys = await deps.keys.forSite(site);
  const first = firstChoices(countryOfZone(site.settings.zone));
  const mapping = await knownMapping(deps, site, keys, file, first);
  const choices = mapping ? { ...first, columns: mapping.columns, mapping: mapping.name } : first;
  const fileName = hint.name ?? null;
  const { plan, head, seenChange } = await makePreview(
    deps,
    site,
    { file, fileName, choices },
    tell,
    planner,
  );
  const id = newId("import");
  tell({ stage: "saving", done: 0, total: plan.parties.length });
  const [headSealed, fileSealed, pages] = await Promise.all([
    sealHead(keys, id, head),
    sealFile(keys, id, file),
    sealPlan(keys, id, plan),
  ]);
  await deps.sql.begin(async (tx) => {
    const row = { id, seenChange, headSealed, fileSealed, createdAt: deps.now() };
    if (!await insertImport(tx, site.id, row, mostPreviews)) {
      throw new Problem(
        "too-many-imports",
        `${mostPreviews} previews are open. Accept some of them, or remove them.`,
      );
    }
    await insertPages(tx, site.id, id, pages);
  });
  tell({ stage: "saving", done: plan.parties.length, total: plan.parties.length });
  return await readImport(deps, site, id, { show: "undecided", page: 0 });
}
