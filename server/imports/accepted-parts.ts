import type { ImportId } from "../../shared/ids.ts";
import type { SiteKeys } from "../access/keys.ts";
import type { LockedSite } from "../changes/changes.ts";
import type { Part } from "../changes/write-parts.ts";
import { type MovedHeadcounts, saveMoved } from "../headcount/move-headcounts.ts";
import { insertPages } from "./import-pages.ts";
import { markAccepted } from "./imports.ts";
import type { PreparedList } from "./prepare-targets.ts";
import type { Touched } from "./read-touched.ts";
import { sealPage } from "./sealed-import.ts";
import { beforeOf, tellTargets, writeTargets } from "./write-targets.ts";

interface Accepted {
  list: PreparedList;
  touched: Touched;
  moved: MovedHeadcounts;
  at: Date;
}

/** What an import changes, slice by slice, each with what undoing it will need; the numbers of the events at the end. */
export async function* acceptedParts(
  keys: SiteKeys,
  site: Pick<LockedSite, "id" | "changeNumber">,
  importId: ImportId,
  { list, touched, moved, at }: Accepted,
  tellShare: (done: number) => void,
): AsyncGenerator<Part> {
  // That the import was accepted is in the log already.
  const firstChange = site.changeNumber + 1;
  let [lastChange, done] = [firstChange, 0];
  for (const [number, slice] of list.slices.entries()) {
    const { news, saved } = tellTargets(slice, touched, { after: lastChange, now: at });
    const before = await sealPage(
      keys,
      importId,
      { kind: "before", number },
      slice.map((party) => beforeOf(party, touched)),
    );
    lastChange += news.length;
    yield {
      news,
      write: (tx) => [
        ...writeTargets(tx, site.id, slice, touched, saved, at),
        insertPages(tx, site.id, importId, [before]),
      ],
    };
    done += slice.length;
    // All of it is done when it is committed.
    if (done < list.parties) tellShare(done / list.parties);
  }
  lastChange += moved.news.length;
  yield {
    news: moved.news,
    write: (tx) => [
      saveMoved(tx, site.id, moved),
      markAccepted(tx, site.id, { id: importId, firstChange, lastChange }),
    ],
  };
}
