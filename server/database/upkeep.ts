import type { Log } from "../log.ts";
import type { Embedded } from "./pglite.ts";
import { room } from "./room.ts";
import { snapshotDays, writeSnapshot } from "./snapshots.ts";

const minute = 60_000;
const betweenCheckpoints = 5 * minute;
const betweenNights = 60 * minute;
const nightHour = 3;

export interface Upkeep {
  sql: Embedded;
  /** The folder of the snapshots. */
  snapshots: string;
  log: Log;
  /** How many bytes are free on the disk. */
  free: () => number;
  now: () => Date;
  /** Calls again and again until the returned function is called. */
  every: (milliseconds: number, work: () => Promise<void>) => () => void;
}

/**
 * Does for PGlite what a server does by itself, because PGlite neither checkpoints nor vacuums: its log
 * would grow without end. And it never waits for the disk, so a snapshot that does is taken once a day:
 * after three in the morning, or as soon as the process runs on a day. Returns a function that stops.
 */
export function startUpkeep(
  { sql, snapshots, log, free, now, every }: Upkeep,
): () => Promise<void> {
  let position: string | undefined;
  let checkpointAt = now().getTime();
  let nightAt = -Infinity;
  let working: Promise<void> | undefined;

  async function checkpoint(): Promise<void> {
    checkpointAt = now().getTime();
    if (await written(sql) === position) return;
    await sql.script("checkpoint");
    position = await written(sql);
  }

  async function night(day: string): Promise<void> {
    if ((await snapshotDays(snapshots)).includes(day)) return;
    await sql.script("vacuum (analyze)");
    await sql.script("checkpoint");
    position = await written(sql);
    await writeSnapshot(snapshots, day, await sql.dump());
    log("info", "database snapshot written", { day });
  }

  async function look(): Promise<void> {
    const at = now();
    const left = free();
    if (left < room.write) log("error", "disk nearly full, changes are refused", { bytes: left });
    // A checkpoint gives room back, but the last of it must not be taken for that.
    if (left < room.checkpoint) return;
    try {
      const isNight = at.getHours() >= nightHour && isTime(at, nightAt, betweenNights);
      if (isNight && left >= room.write) {
        // What fails, on a full disk perhaps, is not tried again at once.
        nightAt = at.getTime();
        await night(dayOf(at));
      }
      if (isTime(at, checkpointAt, betweenCheckpoints)) await checkpoint();
    } catch (error) {
      log("error", "database upkeep failed", { reason: String(error) });
    }
  }

  const stop = every(minute, () =>
    working ??= look().finally(() => {
      working = undefined;
    }));
  return async () => {
    stop();
    await working;
  };
}

/** Also when the clock was put back: it may have been years ahead. */
function isTime(at: Date, last: number, between: number): boolean {
  return at.getTime() < last || at.getTime() - last >= between;
}

async function written(sql: Embedded): Promise<string | undefined> {
  const [row] = await sql<{ position: string }>`
    select pg_current_wal_insert_lsn()::text as position
  `;
  return row?.position;
}

function dayOf(at: Date): string {
  const [year, month, day] = [at.getFullYear(), at.getMonth() + 1, at.getDate()];
  return [year, month, day].map((part) => String(part).padStart(2, "0")).join("-");
}
