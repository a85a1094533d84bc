import type { Actor } from "../../shared/changes.ts";
import type { Query } from "../database/sql.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import { chainChanges } from "./chain.ts";
import type { Decision } from "./change-site.ts";
import type { LockedSite } from "./changes.ts";

/**
 * Tries a change without a transaction, in two statements: `read` reads the site and what the decision needs as they are
 * at one moment, and the decision's `finish` writes only if nothing has happened on the site since. Every change of a
 * site moves its number on, so that nothing of it can have. Undefined: something did happen, nothing was written, and
 * `changeSite`, which waits for its turn, is the way. A decision that refuses, or has no news, is as good as one under the lock.
 */
export async function changeAtOnce<State, Result>(
  { sql, now, wake }: Pick<Deps, "sql" | "now" | "wake">,
  by: Actor,
  { read, decide }: {
    read: (sql: Query) => Promise<State & { site: LockedSite | undefined }>;
    decide: (site: LockedSite, state: State) => Decision<Result> | Promise<Decision<Result>>;
  },
): Promise<{ result: Result } | undefined> {
  const state = await read(sql);
  const { site } = state;
  if (!site) throw new Problem("site-not-found");
  const { news, finish, result } = await decide(site, state);
  if (news.length === 0) return { result };
  if (!finish || !await finish(sql, chainChanges(site, news, by, now()))) return undefined;
  wake(site.id, news);
  return { result };
}
