import type { ImportId } from "../../shared/ids.ts";
import type {
  ImportHead,
  ImportPreview,
  ImportProblem,
  ImportQuery,
  RefusedRow,
} from "../../shared/imports.ts";
import type { Deps } from "../deps.ts";
import type { SiteHead } from "../sites/sites.ts";
import { pageOf } from "./import-pages.ts";
import { importsOf } from "./imports.ts";
import { knownImport } from "./open-import.ts";
import type { PlannedParty } from "./planning/plan.ts";
import { importHead, openHead, openPage, shownParty } from "./sealed-import.ts";

/** An import with a page of what was asked for. Problems: `import-not-found`. */
export async function readImport(
  { sql, keys }: Pick<Deps, "sql" | "keys">,
  site: SiteHead,
  importId: ImportId,
  { show, page: number }: ImportQuery,
): Promise<ImportPreview> {
  const row = await knownImport(sql, site, importId);
  const siteKeys = await keys.forSite(site);
  const [head, { page, isLast }] = await Promise.all([
    openHead(siteKeys, row),
    pageOf(sql, site.id, importId, { kind: show, number }),
  ]);
  const preview: ImportPreview = {
    import: importHead(row, head),
    ...{ parties: [], refused: [], problems: [], next: isLast ? null : number + 1 },
  };
  if (!page) return preview;
  if (show === "refused") preview.refused = await openPage<RefusedRow>(siteKeys, importId, page);
  else if (show === "problems") {
    preview.problems = await openPage<ImportProblem>(siteKeys, importId, page);
  } else {
    const parties = await openPage<PlannedParty>(siteKeys, importId, page);
    preview.parties = parties.map(shownParty);
  }
  return preview;
}

const mostListed = 100;

/** The imports of a site, the newest first. */
export async function listImports(
  { sql, keys }: Pick<Deps, "sql" | "keys">,
  site: SiteHead,
): Promise<ImportHead[]> {
  const [rows, siteKeys] = await Promise.all([
    importsOf(sql, site.id, mostListed),
    keys.forSite(site),
  ]);
  return await Promise.all(
    rows.map(async (row) => importHead(row, await openHead(siteKeys, row))),
  );
}
