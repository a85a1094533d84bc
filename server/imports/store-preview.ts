import type { ImportId, SiteId } from "../../shared/ids.ts";
import type { SiteKeys } from "../access/keys.ts";
import type { Tx } from "../database/sql.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import type { SiteHead } from "../sites/sites.ts";
import { deletePages, type ImportPage, insertPages } from "./import-pages.ts";
import { updatePreview } from "./imports.ts";
import type { Preview } from "./make-preview.ts";
import { sealHead, sealPlan } from "./sealed-import.ts";

/** Puts a fresh preview in the place of the one there was. Problems: `import-not-open`. */
export async function storePreview(
  { sql }: Pick<Deps, "sql">,
  site: SiteHead,
  keys: SiteKeys,
  id: ImportId,
  { head, pages: asPlanned, seenChange }: Preview,
): Promise<void> {
  const [headSealed, pages] = await Promise.all([
    sealHead(keys, id, head),
    sealPlan(keys, id, asPlanned),
  ]);
  await sql.begin(async (tx) => {
    // Its row is locked from here on: of two previews that are stored at a time, one is whole.
    if (!await updatePreview(tx, site.id, { id, seenChange, headSealed })) {
      throw new Problem("import-not-open");
    }
    await deletePages(tx, site.id, id);
    await insertPlan(tx, site.id, id, pages);
  });
}

// The driver makes each statement one text, in one go.
const bytesAtOnce = 256 * 1024;

/** The pages of a plan, some in each statement: the server answers others in between. */
export async function insertPlan(
  tx: Tx,
  siteId: SiteId,
  importId: ImportId,
  pages: readonly ImportPage[],
  tell: (share: number) => void = () => {},
): Promise<void> {
  let some: ImportPage[] = [];
  let bytes = 0;
  for (const [at, page] of pages.entries()) {
    some.push(page);
    bytes += page.sealed.length;
    if (bytes < bytesAtOnce && at < pages.length - 1) continue;
    await insertPages(tx, siteId, importId, some);
    tell((at + 1) / pages.length);
    [some, bytes] = [[], 0];
  }
}
