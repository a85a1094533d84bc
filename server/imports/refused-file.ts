import { stringify } from "csv-stringify/sync";
import type { ImportId } from "../../shared/ids.ts";
import type { RefusedRow } from "../../shared/imports.ts";
import type { Deps } from "../deps.ts";
import type { SiteHead } from "../sites/sites.ts";
import { neutralCell } from "./exporting/neutral-cell.ts";
import { pagesOf } from "./import-pages.ts";
import { knownImport } from "./open-import.ts";
import { openHead, openPages } from "./sealed-import.ts";

/** The rows that were refused, as the file has them, with the reason beside each. Problems: `import-not-found`. */
export async function refusedFile(
  { sql, keys }: Pick<Deps, "sql" | "keys">,
  site: SiteHead,
  importId: ImportId,
): Promise<Uint8Array> {
  const row = await knownImport(sql, site, importId);
  const siteKeys = await keys.forSite(site);
  const pages = await pagesOf(sql, site.id, importId, ["refused"]);
  const [head, rows] = await Promise.all([
    openHead(siteKeys, row),
    openPages<RefusedRow>(siteKeys, importId, pages),
  ]);
  const { columns } = head.plan;
  const lines = [
    ["Row", "Reason", ...columns.map(({ header }) => header)],
    ...rows.map(({ row, cells, reasons }) => [`${row}`, reasons.join(" "), ...cells]),
  ].map((cells) => cells.map(neutralCell));
  return new TextEncoder().encode(
    `\ufeff${stringify(lines, { record_delimiter: "\r\n", quoted_match: /[\r\n]/ })}`,
  );
}
