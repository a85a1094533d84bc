import type { Actor, News } from "../../shared/changes.ts";
import type { SiteId } from "../../shared/ids.ts";
import type { Deps } from "../deps.ts";
import type { Tx } from "../database/sql.ts";
import { Problem } from "../problem.ts";
import { chainChanges } from "./chain.ts";
import { appendChanges, type LockedSite, lockSite } from "./changes.ts";
import { endAfter, type Part, writeParts } from "./write-parts.ts";

/** What is to happen: the news for the log, the statements that make it true, and what to answer. */
export interface Decision<Result> {
  news: News[];
  /** Starts the writing statements; they travel together with the log's own. */
  write?: (tx: Tx) => Promise<unknown>[];
  /** What follows `news` and `write` and is too much to have all at once. A part may still refuse: then nothing happened. */
  more?: (tx: Tx) => AsyncIterable<Part>;
  result: Result;
}

/**
 * Changes a site: one transaction in three flights to the database, whatever the change.
 *
 * 1. begin, lock the site's row, and `read` what the decision needs (sees all that committed before the lock)
 * 2. `decide`, which may refuse by throwing a Problem, then write and append to the log
 * 3. commit; then the followers are woken
 *
 * No news means that nothing happened: nothing is appended and nobody is woken.
 */
export async function changeSite<State, Result>(
  { sql, now, wake }: Pick<Deps, "sql" | "now" | "wake">,
  siteId: SiteId,
  by: Actor,
  { read, decide }: {
    read: (tx: Tx) => Promise<State>;
    decide: (site: LockedSite, state: State) => Decision<Result> | Promise<Decision<Result>>;
  },
): Promise<Result> {
  const decision = await sql.begin(async (tx) => {
    const [site, state] = await Promise.all([lockSite(tx, siteId), read(tx)]);
    if (!site) throw new Problem("site-not-found");
    const decision = await decide(site, state);
    const at = now();
    const changes = chainChanges(site, decision.news, by, at);
    await Promise.all([...decision.write?.(tx) ?? [], appendChanges(tx, siteId, changes)]);
    if (decision.more) await writeParts(tx, endAfter(site, changes), by, at, decision.more(tx));
    return decision;
  });
  // With more to follow, `news` is not all that happened.
  if (decision.news.length > 0) wake(siteId, decision.more ? undefined : decision.news);
  return decision.result;
}
