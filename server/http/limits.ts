import type { ProblemCode } from "../../shared/problems.ts";
import type { Query } from "../database/sql.ts";

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

// Fuller than full is a bucket only where the clock was put back. Servers' clocks differ by less than this, in seconds.
const skew = 60;

/**
 * Counts one call against every limit and returns the seconds to wait, 0 when the call may go ahead. The generic
 * cell rate algorithm in one statement: a row says when the caller's bucket is empty again, so the limits
 * hold across processes and a refused call costs the caller nothing more. Nobody waits until it is on the disk: a power cut
 * forgets the calls of a moment.
 */
export async function useLimits(sql: Query, uses: Use[], now: Date): Promise<number> {
  return Math.max(0, ...await takeLimits(sql, uses, now));
}

/** The same, with the seconds to wait for each of the limits. */
export async function takeLimits(sql: Query, uses: Use[], now: Date): Promise<number[]> {
  if (uses.length === 0) return [];
  const rows = uses.map(({ name, caller, calls, seconds }) => ({
    name,
    caller: caller.toHex(),
    step: seconds / calls,
    // PostgreSQL rounds each step to a microsecond: the last call of a burst must not fall to that.
    room: seconds + 0.001,
  }));
  const passed = await sql<{ name: string; caller: Uint8Array }>`
    insert into limits as held (name, caller, empty_at)
    select name, decode(caller, 'hex'), ${now}::timestamptz + step * interval '1 second'
    from
      jsonb_to_recordset(${rows}) as used(name text, caller text, step double precision),
      set_config('synchronous_commit', 'off', true) as unhurried
    order by name, caller
    on conflict (name, caller) do update
    set empty_at = (
      select case
        when held.empty_at > ${now}::timestamptz + (max(room) + ${skew}) * interval '1 second'
          then excluded.empty_at
        else greatest(held.empty_at, ${now}) + (excluded.empty_at - ${now})
      end
      from jsonb_to_recordset(${rows}) as used(name text, caller text, room double precision)
      where used.name = held.name and decode(used.caller, 'hex') = held.caller
    )
    where exists (
      select 1
      from jsonb_to_recordset(${rows}) as used(name text, caller text, room double precision)
      where used.name = held.name and decode(used.caller, 'hex') = held.caller
      having
        greatest(held.empty_at, ${now}) + (excluded.empty_at - ${now})
          <= ${now}::timestamptz + max(room) * interval '1 second'
        or held.empty_at > ${now}::timestamptz + (max(room) + ${skew}) * interval '1 second'
    )
    returning name, caller
  `;
  return rows.map(({ name, caller, step }) => {
    const went = passed.some((row) => row.name === name && row.caller.toHex() === caller);
    return went ? 0 : Math.ceil(Math.max(step, 1));
  });
}

/** How much of each limit is used up, from 0 to 1. Counts nothing. */
export async function fullness(sql: Query, uses: Use[], now: Date): Promise<number[]> {
  const asked = uses.map(({ name, caller }) => ({ name, caller: caller.toHex() }));
  const rows = await sql<{ name: string; caller: Uint8Array; emptyAt: Date }>`
    select held.name, held.caller, held.empty_at
    from limits held
    join jsonb_to_recordset(${asked}) as asked(name text, caller text)
      on asked.name = held.name and decode(asked.caller, 'hex') = held.caller
  `;
  return uses.map(({ name, caller, seconds }) => {
    const row = rows.find((row) => row.name === name && row.caller.toHex() === caller.toHex());
    const left = row ? (row.emptyAt.getTime() - now.getTime()) / 1000 : 0;
    return left > seconds + 1 + skew ? 0 : Math.min(1, Math.max(0, left / seconds));
  });
}

/** Empty buckets need no rows. */
export async function forgetLimits(sql: Query, now: Date): Promise<void> {
  await sql`
    delete from limits
    where empty_at < ${now}
  `;
}
