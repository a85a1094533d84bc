import { lockSite } from "../changes/changes.ts";
import { isRefused } from "../database/errors.ts";
import { gather } from "../database/gather.ts";
import type { Sql, Tx } from "../database/sql.ts";
import { Problem } from "../problem.ts";
import {
  type AskedSubmission,
  type DecidedInTurn,
  decideInTurn,
  type Submitted,
} from "./decide-in-turn.ts";
import { submissionStates } from "./party-state.ts";
import { writeSubmissions } from "./write-submissions.ts";

/**
 * Takes submissions of a site in a transaction that waits until nobody else changes it. Those who come while it waits share
 * the next, so that a site which is held for long, or sought by many servers, takes one connection.
 */
export const submitUnderLock = gather<AskedSubmission, Submitted>({
  answer: takeAll,
  most: 32,
  line: ({ siteId }) => siteId,
  apart: ({ partyId }) => partyId,
  // One transaction holds the lock; a second would take a connection to wait for it.
  few: 1,
  besideMs: 5_000,
});

async function takeAll(
  sql: Sql,
  asked: readonly AskedSubmission[],
): Promise<PromiseSettledResult<Submitted>[]> {
  try {
    const { outcomes, ahead } = await sql.begin((tx) => take(tx, asked));
    for (const { site, changes, wake } of ahead) wake(site.id, changes);
    return outcomes;
  } catch (error) {
    if (asked.length === 1 || !isRefused(error)) throw error;
    // What the database does not take of one must not be the end of the others: each by itself.
    const alone: PromiseSettledResult<Submitted>[] = [];
    for (const one of asked) alone.push(...await Promise.allSettled([takeAlone(sql, one)]));
    return alone;
  }
}

async function takeAlone(sql: Sql, asked: AskedSubmission): Promise<Submitted> {
  const [outcome] = await takeAll(sql, [asked]);
  if (outcome?.status === "fulfilled") return outcome.value;
  throw outcome?.reason;
}

async function take(tx: Tx, asked: readonly AskedSubmission[]): Promise<DecidedInTurn> {
  const siteId = asked[0]?.siteId;
  if (!siteId) throw new Error("Nobody asked.");
  const [site, states] = await Promise.all([lockSite(tx, siteId), submissionStates(tx, asked)]);
  if (!site) throw new Problem("site-not-found");
  const decided = await decideInTurn(asked, states);
  if (decided.ahead.length === 0) return decided;
  const written = await writeSubmissions(tx, decided.ahead);
  if (!written.has(siteId)) throw new Error("A site that was locked has moved on.");
  return decided;
}
