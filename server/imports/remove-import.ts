import type { ImportId } from "../../shared/ids.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import type { SiteHead } from "../sites/sites.ts";
import { deleteImport } from "./imports.ts";
import { knownImport } from "./open-import.ts";

/** Forgets a preview. What was accepted stays, to be undone. Problems: `import-not-found`, `import-not-open`. */
export async function removeImport(
  { sql }: Pick<Deps, "sql">,
  site: SiteHead,
  importId: ImportId,
): Promise<void> {
  const row = await knownImport(sql, site, importId);
  if (row.state !== "preview") throw new Problem("import-not-open");
  await deleteImport(sql, site.id, importId);
}
