import type { ImportId } from "../../shared/ids.ts";
import type { SiteKeys } from "../access/keys.ts";
import type { Query } from "../database/sql.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import type { SiteHead } from "../sites/sites.ts";
import { fileOf, importOf, type ImportRow } from "./imports.ts";
import type { KnownFile } from "./make-preview.ts";
import { openFile, openHead, type SealedHead } from "./sealed-import.ts";

/** The import that is meant. Problems: `import-not-found`. */
export async function knownImport(
  sql: Query,
  site: SiteHead,
  importId: ImportId,
): Promise<ImportRow> {
  const row = await importOf(sql, site.id, importId);
  if (!row) throw new Problem("import-not-found");
  return row;
}

export interface OpenImport {
  row: ImportRow;
  keys: SiteKeys;
  head: SealedHead;
  file: KnownFile;
}

/** A preview with its file. Problems: `import-not-found`, `import-not-open`. */
export async function openImport(
  deps: Pick<Deps, "sql" | "keys">,
  site: SiteHead,
  importId: ImportId,
): Promise<OpenImport> {
  const row = await knownImport(deps.sql, site, importId);
  const sealed = await fileOf(deps.sql, site.id, importId);
  if (row.state !== "preview" || !sealed) throw new Problem("import-not-open");
  const keys = await deps.keys.forSite(site);
  const head = await openHead(keys, row);
  const { how, notices, sheets } = head;
  const pack = () => openFile(keys, importId, sealed);
  return { row, keys, head, file: { how, notices, sheets, pack } };
}
