import type { Actor, Change } from "../../shared/changes.ts";
import type { ImportId } from "../../shared/ids.ts";
import type { ImportCounts, ImportPreview } from "../../shared/imports.ts";
import { changesAfter } from "../changes/changes.ts";
import { changeSite } from "../changes/change-site.ts";
import type { Deps } from "../deps.ts";
import { countGuests } from "../headcount/count.ts";
import { moveCounts } from "../headcount/move-headcounts.ts";
import { Problem } from "../problem.ts";
import type { SiteHead } from "../sites/sites.ts";
import { acceptedParts } from "./accepted-parts.ts";
import { checkCapacity } from "./check-capacity.ts";
import { countUnsettled } from "./count-prepared.ts";
import { pagesInTurn } from "./import-pages.ts";
import { type ImportRow, lockImport } from "./imports.ts";
import { makePreview } from "./make-preview.ts";
import { knownImport, openImport } from "./open-import.ts";
import { prepareTargets } from "./prepare-targets.ts";
import type { TellProgress } from "./progress.ts";
import { readImport } from "./read-import.ts";
import { countTouched, openKitchens, readTouched, type Touched } from "./read-touched.ts";
import { openHead } from "./sealed-import.ts";
import { storePreview } from "./store-preview.ts";

type Needs = Pick<Deps, "sql" | "keys" | "now" | "wake">;

/** Since the preview was made something has happened on the site. */
class Stale extends Error {}

const tries = 5;
/** Changes that may come in between the making of a preview and its acceptance. */
const mostReplies = 1000;

/**
 * Puts what the preview shows on the list, all of it in one transaction. When something has happened on the site since, the
 * preview is made anew: if it says the same it counts, else the couple looks again. A second call changes nothing.
 * Problems: `import-not-found`, `import-not-open`, `import-undecided`, `import-outdated`, `event-full`.
 */
export async function acceptImport(
  deps: Needs,
  site: SiteHead,
  by: Actor,
  importId: ImportId,
  tell: TellProgress,
): Promise<ImportPreview> {
  for (let left = tries;; left--) {
    try {
      await acceptOnce(deps, site, by, importId, { tell, isFresh: left < tries });
      return await readImport(deps, site, importId, { show: "added", page: 0 });
    } catch (error) {
      if (!(error instanceof Stale)) throw error;
      const same = await refresh(deps, site, importId, tell);
      if (!same || left === 0) throw new Problem("import-outdated");
    }
  }
}

async function acceptOnce(
  deps: Needs,
  site: SiteHead,
  by: Actor,
  importId: ImportId,
  { tell, isFresh }: { tell: TellProgress; isFresh: boolean },
): Promise<void> {
  const row = await knownImport(deps.sql, site, importId);
  if (wasAccepted(row)) return;
  const keys = await deps.keys.forSite(site);
  const { plan: { counts } } = await openHead(keys, row);
  refuseUndecided(counts.parties);
  const total = counts.parties.added + counts.parties.changed;
  const tellShare = (share: number) => {
    tell({ stage: "saving", done: Math.floor(share * total), total });
  };
  tellShare(0);
  const pages = pagesInTurn(deps.sql, site.id, importId, ["added", "changed"]);
  const list = await prepareTargets(keys, importId, pages);
  await changeSite(deps, site.id, by, {
    read: (tx) =>
      Promise.all([
        lockImport(tx, site.id, importId),
        readTouched(tx, site.id, list.known),
        changesAfter(tx, site.id, row.seenChange, mostReplies),
      ]),
    async decide(locked, [now, touched, since]) {
      if (!now) throw new Problem("import-not-found");
      if (wasAccepted(now)) return { news: [], result: undefined };
      // Any change of the site since, and the preview may be wrong; and each preview is sealed with bytes of its own.
      const isShown = now.headSealed.toHex() === row.headSealed.toHex();
      const isSame = now.seenChange === locked.changeNumber ||
        (isFresh && since.length < mostReplies && since.every((one) => isOfOthers(one, touched)));
      if (!isShown || !isSame) throw new Stale();
      const at = deps.now();
      const kitchens = await openKitchens(keys, touched.parties);
      const moved = moveCounts(
        touched.headcounts,
        countGuests(countTouched(touched.parties, kitchens)),
        countGuests(countUnsettled(list.slices, kitchens), list.counts),
      );
      checkCapacity(touched, moved);
      const { parties, guests } = list;
      return {
        news: [{ type: "import.accepted", data: { importId, parties, guests } }],
        more: () => acceptedParts(keys, locked, importId, { list, touched, moved, at }, tellShare),
        result: undefined,
      };
    },
  });
  tellShare(1);
}

function refuseUndecided({ undecided }: ImportCounts["parties"]): void {
  if (undecided === 0) return;
  throw new Problem(
    "import-undecided",
    `${undecided} ${
      undecided === 1 ? "entry" : "entries"
    } of the file may be on the list already, or twice in the file.`,
    { undecided },
  );
}

/** A reply of a party that the import leaves alone: on a busy day there is always one, and a large file would never get in. */
function isOfOthers(change: Change, { parties }: Touched): boolean {
  switch (change.type) {
    case "headcount.changed":
      return true;
    case "reply.submitted":
    case "reply.withdrawn":
      return !parties.has(change.data.partyId);
    default:
      return false;
  }
}

function wasAccepted({ state }: ImportRow): boolean {
  if (state === "undone") throw new Problem("import-not-open", "The import was undone.");
  return state === "accepted";
}

/** Makes the preview anew, and says whether it is what it was. */
async function refresh(
  deps: Needs,
  site: SiteHead,
  importId: ImportId,
  tell: TellProgress,
): Promise<boolean> {
  const { keys, head, file } = await openImport(deps, site, importId);
  const { choices, fileName, digest } = head;
  const preview = await makePreview(deps, site, { file, fileName, choices }, tell);
  await storePreview(deps, site, keys, importId, preview);
  return preview.head.digest === digest;
}
