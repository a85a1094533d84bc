import type { Query } from "../database/sql.ts";

/** So many calls in so many seconds; all at once or spread. */
export interface Limit {
  /** Whose calls are counted together: those from one address, or those with one credential. */
  per: "address" | "caller";
  calls: number;
  seconds: number;
}

export interface Use extends Limit {
  /** What the limit is on, such as a route. */
  name: string;
  /** A digest of whom it is counted for. */
  caller: Uint8Array;
}

/**
 * Counts one call against every limit and returns the seconds to wait, 0 when the call may go ahead. The generic
 * cell rate algorithm in one statement: a row says when the caller's bucket is empty again, so the limits
 * hold across processes and a refused call costs the caller nothing more.
 */
export async function useLimits(sql: Query, uses: Use[], now: Date): Promise<number> {
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
    from jsonb_to_recordset(${rows}) as used(name text, caller text, step double precision)
    order by name, caller
    on conflict (name, caller) do update
    set empty_at = greatest(held.empty_at, ${now}) + (excluded.empty_at - ${now})
    where
      greatest(held.empty_at, ${now}) + (excluded.empty_at - ${now}) <= ${now}::timestamptz + (
        select max(room) * interval '1 second'
        from jsonb_to_recordset(${rows}) as used(name text, caller text, room double precision)
        where used.name = held.name and decode(used.caller, 'hex') = held.caller
      )
    returning name, caller
  `;
  const refused = rows.filter(({ name, caller }) =>
    !passed.some((row) => row.name === name && row.caller.toHex() === caller)
  );
  return refused.length === 0 ? 0 : Math.ceil(Math.max(...refused.map(({ step }) => step), 1));
}

/** Empty buckets need no rows. */
export async function forgetLimits(sql: Query, now: Date): Promise<void> {
  await sql`
    delete from limits
    where empty_at < ${now}
  `;
}
