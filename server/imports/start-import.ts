import { newId } from "../../shared/ids.ts";
import type { ImportPreview } from "../../shared/imports.ts";
import type { SiteKeys } from "../access/keys.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import type { SiteHead } from "../sites/sites.ts";
import { startFileWorker } from "./beside/start-file-worker.ts";
import { countryOfZone } from "./country-of-zone.ts";
import { insertImport } from "./imports.ts";
import { makePreview, type Preview } from "./make-preview.ts";
import { knownMapping } from "./mappings.ts";
import { firstChoices } from "./planning/choices.ts";
import type { TellProgress } from "./progress.ts";
import { readImport } from "./read-import.ts";
import type { FileHint } from "./reading/table.ts";
import { sealFile, sealHead, sealPlan } from "./sealed-import.ts";
import { insertPlan } from "./store-preview.ts";

const mostPreviews = 20;
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
  upload: { bytes: Uint8Array; hint: FileHint },
  tell: TellProgress,
): Promise<ImportPreview> {
  const keys = await deps.keys.forSite(site);
  const { preview, packed } = await previewOf(deps, site, keys, upload, tell);
  const id = newId("import");
  const { seenChange, parties: total } = preview;
  tell({ stage: "saving", done: 0, total });
  const headSealed = await sealHead(keys, id, preview.head);
  const fileSealed = await sealFile(keys, id, packed);
  const pages = await sealPlan(keys, id, preview.pages);
  await deps.sql.begin(async (tx) => {
    const row = { id, seenChange, headSealed, fileSealed, createdAt: deps.now() };
    if (!await insertImport(tx, site.id, row, mostPreviews)) {
      throw new Problem(
        "too-many-imports",
        `${mostPreviews} previews are open. Accept some of them, or remove them.`,
      );
    }
    await insertPlan(tx, site.id, id, pages, (share) => {
      tell({ stage: "saving", done: Math.floor(share * total), total });
    });
  });
  tell({ stage: "saving", done: total, total });
  return await readImport(deps, site, id, { show: "undecided", page: 0 });
}

/** When it is there, the worker and all that it needed is gone. */
async function previewOf(
  deps: Pick<Deps, "sql" | "keys">,
  site: SiteHead,
  keys: SiteKeys,
  { bytes, hint }: { bytes: Uint8Array; hint: FileHint },
  tell: TellProgress,
): Promise<{ preview: Preview; packed: Uint8Array }> {
  const total = bytes.byteLength;
  tell({ stage: "reading", done: 0, total });
  using worker = startFileWorker(tell);
  const head = await worker.read(bytes, hint);
  tell({ stage: "reading", done: total, total });
  const first = firstChoices(countryOfZone(site.settings.zone));
  const mapping = await knownMapping(deps, site, keys, (known) => worker.columns(first, known));
  const choices = mapping ? { ...first, columns: mapping.columns, mapping: mapping.name } : first;
  const fileName = hint.name ?? null;
  let packed: Promise<Uint8Array<ArrayBuffer>> | undefined;
  const pack = () => packed ??= worker.pack();
  const file = { ...head, pack };
  const preview = await makePreview(deps, site, { file, fileName, choices }, tell, worker);
  return { preview, packed: await pack() };
}
