import type { SiteId } from "../../shared/ids.ts";
import { isRefused } from "../database/errors.ts";
import { gather } from "../database/gather.ts";
import type { Sql } from "../database/sql.ts";
import {
  type Ahead,
  type AskedSubmission,
  decideInTurn,
  type Submitted,
} from "./decide-in-turn.ts";
import { submissionStates } from "./party-state.ts";
import { writeSubmissions } from "./write-submissions.ts";

/**
 * Takes submissions that arrive at the same moment, of many sites, in two statements: one that reads, one that writes.
 * Undefined: something else happened on the site meanwhile, or somebody holds it, and nothing was written;
 * `submitUnderLock`, which waits for its turn, is the way.
 */
export const submitTogether = gather<AskedSubmission, Submitted | undefined>({
  answer: takeAll,
  most: 32,
  few: 1,
  apart: ({ siteId, partyId }) => `${siteId} ${partyId}`,
});

async function takeAll(
  sql: Sql,
  asked: readonly AskedSubmission[],
): Promise<PromiseSettledResult<Submitted | undefined>[]> {
  const states = await submissionStates(sql, asked);
  const { outcomes, rest, ahead } = await decideInTurn(asked, states);
  const written = await write(sql, ahead, asked.length > 1);
  return asked.map(({ siteId }, place) => {
    const outcome = outcomes[place];
    const stands = outcome && (!rest[place] || written.has(siteId));
    return stands ? outcome : { status: "fulfilled", value: undefined };
  });
}

/** The sites that were written, whose followers are woken. */
async function write(sql: Sql, ahead: readonly Ahead[], many: boolean): Promise<Set<SiteId>> {
  if (ahead.length === 0) return new Set();
  try {
    const written = await writeSubmissions(sql, ahead);
    for (const { site, changes, wake } of ahead) if (written.has(site.id)) wake(site.id, changes);
    return written;
  } catch (error) {
    // What the database does not take of one must not be the end of the others.
    if (many && isRefused(error)) return new Set();
    throw error;
  }
}
