import type { ImportId } from "../../shared/ids.ts";
import type { SiteKeys } from "../access/keys.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import type { SiteHead } from "../sites/sites.ts";
import { deletePages, insertPages } from "./import-pages.ts";
import { updatePreview } from "./imports.ts";
import type { Preview } from "./make-preview.ts";
import { sealHead, sealPlan } from "./sealed-import.ts";

/** Puts a fresh preview in the place of the one there was. Problems: `import-not-open`. */
export async function storePreview(
  { sql }: Pick<Deps, "sql">,
  site: SiteHead,
  keys: SiteKeys,
  id: ImportId,
  { plan, head, seenChange }: Preview,
): Promise<void> {
  const [headSealed, pages] = await Promise.all([
    sealHead(keys, id, head),
    sealPlan(keys, id, plan),
  ]);
  await sql.begin(async (tx) => {
    // Its row is locked from here on: of two previews that are stored at a time, one is whole.
    if (!await updatePreview(tx, site.id, { id, seenChange, headSealed })) {
      throw new Problem("import-not-open");
    }
    await deletePages(tx, site.id, id);
    await insertPages(tx, site.id, id, pages);
  });
}
