import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Actor, Change, News } from "../../shared/changes.ts";
import type { SiteId } from "../../shared/ids.ts";

/**
 * Numbers the news of one transaction and chains them: each hash is SHA-256 over the hash before and the
 * change in RFC 8785 form. Whoever rewrites the log must rewrite every later hash.
 */
export function chainChanges(
  site: { id: SiteId; changeNumber: number; lastHash: string },
  news: readonly News[],
  by: Actor,
  at: Date,
): Change[] {
  const changes: Change[] = [];
  let hash = site.lastHash;
  for (const [index, item] of news.entries()) {
    const change = { ...item, number: site.changeNumber + index + 1, at: at.toISOString(), by };
    hash = hashChange(site.id, hash, change);
    changes.push({ ...change, hash });
  }
  return changes;
}

/** The number of the first change that does not fit the chain, if any. */
export function findBreak(
  siteId: SiteId,
  changes: readonly Change[],
  from: { number: number; hash: string } = { number: 0, hash: "" },
): number | undefined {
  let { number, hash } = from;
  for (const { hash: told, ...change } of changes) {
    number += 1;
    hash = hashChange(siteId, hash, change);
    if (change.number !== number || told !== hash) return number;
  }
  return undefined;
}

function hashChange(siteId: SiteId, before: string, change: Omit<Change, "hash">): string {
  const { number, type, at, by, data } = change;
  const text = before + canonicalize({ siteId, number, type, at, by, data });
  return createHash("sha256").update(text).digest("hex");
}
