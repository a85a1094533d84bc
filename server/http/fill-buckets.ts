import type { Query } from "../database/sql.ts";
import type { Use } from "./limits.ts";

/** What is counted for one caller under one limit, and the calls that are to be counted now. */
export interface Bucket {
  name: string;
  /** A digest, in hex. */
  caller: string;
  /** Seconds that one call fills. */
  step: number;
  /** Seconds that fill it. */
  room: number;
  /** Calls that fit into an empty one. */
  most: number;
  asked: number;
  granted: number;
}

// Fuller than full is a bucket only where the clock was put back. Servers' clocks differ by less than this.
export const skewSeconds = 60;

export function nameOf({ name, caller }: Pick<Use, "name" | "caller">): string {
  return `${name} ${caller.toHex()}`;
}

export function bucketOf({ name, caller, calls, seconds }: Use): Bucket {
  return {
    name,
    caller: caller.toHex(),
    step: seconds / calls,
    // PostgreSQL rounds each step to a microsecond: the last call of a burst must not fall to that.
    room: seconds + 0.001,
    most: Math.floor(calls),
    asked: 0,
    granted: 0,
  };
}

export function addCall(bucket: Bucket | undefined): void {
  if (bucket) bucket.asked += 1;
}

/** Takes one of the calls that were granted. */
export function hadRoom(bucket: Bucket | undefined): boolean {
  if (!bucket || bucket.granted === 0) return false;
  bucket.granted -= 1;
  return true;
}

/**
 * Grants as many of the calls as each bucket has room for: all at once, and where that is too many, as many as there was
 * room for when it was looked at. A call that does not fit leaves no trace.
 */
export async function fillBuckets(
  sql: Query,
  buckets: readonly Bucket[],
  now: Date,
): Promise<void> {
  let open = buckets.map((bucket) => ({ bucket, calls: Math.min(bucket.asked, bucket.most) }));
  while (open.length > 0) {
    const passed = await countCalls(sql, open, now);
    for (const { bucket, calls } of open) {
      if (passed.has(`${bucket.name} ${bucket.caller}`)) bucket.granted += calls;
    }
    // A single call that did not fit is an answer; of more, fewer may fit.
    const unsure = open.filter(({ bucket, calls }) => bucket.granted === 0 && calls > 1);
    const left = await roomOf(sql, unsure.map(({ bucket }) => bucket), now);
    open = unsure.flatMap(({ bucket, calls }) => {
      // Fewer than before in any case: somebody else may be as quick.
      const fit = Math.min(left.get(`${bucket.name} ${bucket.caller}`) ?? 0, calls - 1);
      return fit > 0 ? [{ bucket, calls: fit }] : [];
    });
  }
}

/** How many calls fit into each of these buckets at this moment. */
async function roomOf(
  sql: Query,
  buckets: readonly Bucket[],
  now: Date,
): Promise<Map<string, number>> {
  if (buckets.length === 0) return new Map();
  const filled = await secondsFilled(sql, buckets, now);
  return new Map(buckets.map(({ name, caller, step, room }) => {
    const full = Math.max(0, filled.get(`${name} ${caller}`) ?? 0);
    return [`${name} ${caller}`, Math.floor((room - full) / step)];
  }));
}

/** In how many seconds each of these buckets is empty, by its name; of those that were ever used. Counts nothing. */
export async function secondsFilled(
  sql: Query,
  buckets: readonly Pick<Bucket, "name" | "caller">[],
  now: Date,
): Promise<Map<string, number>> {
  const asked = buckets.map(({ name, caller }) => ({ name, caller }));
  const rows = await sql<{ name: string; caller: Uint8Array; emptyAt: Date }>`
    select held.name, held.caller, held.empty_at
    from limits held
    join jsonb_to_recordset(${asked}) as asked(name text, caller text)
      on asked.name = held.name and decode(asked.caller, 'hex') = held.caller
  `;
  return new Map(rows.map(({ emptyAt, ...row }) => [
    nameOf(row),
    (emptyAt.getTime() - now.getTime()) / 1000,
  ]));
}

/** Counts so many calls against each bucket, all or none; resolves with those that had room. */
async function countCalls(
  sql: Query,
  filling: readonly { bucket: Bucket; calls: number }[],
  now: Date,
): Promise<Set<string>> {
  const rows = filling.map(({ bucket: { name, caller, step }, calls }) => ({
    ...{ name, caller, step: step * calls },
  }));
  const rooms = Object.fromEntries(
    filling.map(({ bucket: { name, caller, room } }) => [`${name} ${caller}`, room]),
  );
  const passed = await sql<{ bucket: string }>`
    insert into limits as held (name, caller, empty_at)
    select name, decode(caller, 'hex'), ${now}::timestamptz + step * interval '1 second'
    from
      jsonb_to_recordset(${rows}) as used(name text, caller text, step double precision),
      set_config('synchronous_commit', 'off', true) as unhurried
    order by name, caller
    on conflict (name, caller) do update
    set empty_at = case
      when held.empty_at > ${now}::timestamptz + interval '1 second' * (
        ${skewSeconds}
        + (${rooms}::jsonb ->> (held.name || ' ' || encode(held.caller, 'hex')))::double precision
      )
        then excluded.empty_at
      else greatest(held.empty_at, ${now}) + (excluded.empty_at - ${now})
    end
    where
      greatest(held.empty_at, ${now}) + (excluded.empty_at - ${now})
        <= ${now}::timestamptz + interval '1 second'
          * (${rooms}::jsonb ->> (held.name || ' ' || encode(held.caller, 'hex')))::double precision
      or held.empty_at > ${now}::timestamptz + interval '1 second' * (
        ${skewSeconds}
        + (${rooms}::jsonb ->> (held.name || ' ' || encode(held.caller, 'hex')))::double precision
      )
    returning name || ' ' || encode(caller, 'hex') as bucket
  `;
  return new Set(passed.map(({ bucket }) => bucket));
}
