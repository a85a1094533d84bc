import type { ProblemCode } from "../../shared/problems.ts";
import { gather } from "../database/gather.ts";
import type { Query, Sql } from "../database/sql.ts";
import {
  addCall,
  type Bucket,
  bucketOf,
  fillBuckets,
  hadRoom,
  nameOf,
  secondsFilled,
  skewSeconds,
} from "./fill-buckets.ts";

/** So many calls in so many seconds; all at once or spread. */
export interface Limit {
  /** Whose calls are counted together: those from one address, with one credential, or everybody's on one site. */
  per: "address" | "caller" | "site";
  calls: number;
  seconds: number;
}

/** When a route grows suspicious of whoever calls it, and asks for a proof of work. */
export interface Suspicion {
  /** Calls that need no proof. */
  free: Limit[];
  /** Calls that bring one. Counted apart, so that a bot that brings none takes nobody's place. */
  proven: Limit[];
  /**
   * Answers that tell of guessing. Half of them used up, everybody they are counted for needs a proof; all of them, and
   * an address has to wait.
   */
  misses?: { codes: ProblemCode[]; limits: Limit[] };
}

export interface Use extends Limit {
  /** What the limit is on, such as a route. */
  name: string;
  /** A digest of whom it is counted for. */
  caller: Uint8Array;
}

/**
 * Counts one call against every limit and returns the seconds to wait, 0 when the call may go ahead. The generic
 * cell rate algorithm in the database: a row says when the caller's bucket is empty again, so the limits
 * hold across processes and a refused call costs the caller nothing more. Nobody waits until it is on the disk: a power cut
 * forgets the calls of a moment.
 */
export async function useLimits(sql: Sql, uses: Use[], now: Date): Promise<number> {
  return Math.max(0, ...await takeLimits(sql, uses, now));
}

/** The same, with the seconds to wait for each of the limits. Calls of the same moment are counted together. */
export async function takeLimits(sql: Sql, uses: Use[], now: Date): Promise<number[]> {
  if (uses.length === 0) return [];
  const passed = await takeTogether(sql, { uses, now });
  return uses.map((use) =>
    passed.has(nameOf(use)) ? 0 : Math.ceil(Math.max(use.seconds / use.calls, 1))
  );
}

interface AskedLimits {
  uses: Use[];
  now: Date;
}

/** Resolves with the buckets that had room for this call. */
const takeTogether = gather<AskedLimits, Set<string>>({
  async answer(sql, asked) {
    const buckets = new Map<string, Bucket>();
    for (const { uses } of asked) {
      for (const use of uses) buckets.set(nameOf(use), bucketOf(use));
    }
    for (const { uses } of asked) {
      for (const name of new Set(uses.map(nameOf))) addCall(buckets.get(name));
    }
    await fillBuckets(sql, [...buckets.values()], asked[0]?.now ?? new Date());
    // Whoever came first has what there is.
    return asked.map(({ uses }) => ({
      status: "fulfilled",
      value: new Set([...new Set(uses.map(nameOf))].filter((name) => hadRoom(buckets.get(name)))),
    }));
  },
  most: 64,
});

/** How much of each limit is used up, from 0 to 1. Counts nothing. */
export async function fullness(sql: Query, uses: Use[], now: Date): Promise<number[]> {
  const filled = await secondsFilled(sql, uses.map(bucketOf), now);
  return uses.map((use) => {
    const left = filled.get(nameOf(use)) ?? 0;
    return left > use.seconds + 1 + skewSeconds ? 0 : Math.min(1, Math.max(0, left / use.seconds));
  });
}

/** Empty buckets need no rows. */
export async function forgetLimits(sql: Query, now: Date): Promise<void> {
  // Rows that somebody is just counting on are none of these, and to wait for them could be to wait for each other.
  await sql`
    delete from limits
    where (name, caller) in (
      select name, caller
      from limits
      where empty_at < ${now}
      for update skip locked
    )
  `;
}
