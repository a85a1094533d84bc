import type { Actor } from "../../shared/changes.ts";
import type { ImportId } from "../../shared/ids.ts";
import type { ImportPreview } from "../../shared/imports.ts";
import { changeSite } from "../changes/change-site.ts";
import { changesOfParties } from "../changes/changes.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import type { SiteHead } from "../sites/sites.ts";
import type { Before } from "./before.ts";
import { pagesInTurn } from "./import-pages.ts";
import { importedChanges, lockImport } from "./imports.ts";
import { namesInTheWay, refuseInUse } from "./in-the-way.ts";
import { knownImport } from "./open-import.ts";
import { readImport } from "./read-import.ts";
import { openPages } from "./sealed-import.ts";
import { undoneParts } from "./undone-parts.ts";

const pagesAtOnce = 4;

/**
 * Takes an import back: the list is as it was. When something later depends on it nothing happens, and the problem says
 * what. A second call changes nothing. Problems: `import-not-found`, `import-not-accepted`, `import-in-use`.
 */
export async function undoImport(
  deps: Pick<Deps, "sql" | "keys" | "now" | "wake">,
  site: SiteHead,
  by: Actor,
  importId: ImportId,
): Promise<ImportPreview> {
  const row = await knownImport(deps.sql, site, importId);
  if (row.state === "preview") throw new Problem("import-not-accepted");
  const keys = await deps.keys.forSite(site);
  const slices: Before[][] = [];
  for await (const pages of pagesInTurn(deps.sql, site.id, importId, ["before"], pagesAtOnce)) {
    slices.push(await openPages<Before>(keys, importId, pages));
  }
  const ids = slices.flatMap((slice) => slice.map(({ partyId }) => partyId));
  const last = row.lastChange ?? 0;
  await changeSite(deps, site.id, by, {
    async read(tx) {
      const [now, later, imports] = await Promise.all([
        lockImport(tx, site.id, importId),
        changesOfParties(tx, site.id, last, ids),
        importedChanges(tx, site.id, last),
      ]);
      return { now, later, imports, names: await namesInTheWay(tx, site.id, later) };
    },
    decide(locked, { now, later, imports, names }) {
      if (now?.state === "undone") return { news: [], result: undefined };
      if (now?.state !== "accepted") throw new Problem("import-not-accepted");
      refuseInUse(later, imports, names);
      return {
        news: [{ type: "import.undone", data: { importId } }],
        more: (tx) => undoneParts(tx, keys, locked, importId, slices),
        result: undefined,
      };
    },
  });
  return await readImport(deps, site, importId, { show: "added", page: 0 });
}
