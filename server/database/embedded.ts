import { join } from "node:path";
import type { Log } from "../log.ts";
import { lockFolder } from "./lock.ts";
import { openPglite } from "./pglite.ts";
import { freeBytes, room } from "./room.ts";
import type { Sql } from "./sql.ts";
import { startUpkeep } from "./upkeep.ts";
import { whileThereIsRoom } from "./while-there-is-room.ts";

export interface EmbeddedOptions {
  log: Log;
  /** Told why the database ended by itself; nothing but a new process helps. */
  onEnded?: ((reason: string) => void) | undefined;
  /** How much room there is on the disk. */
  free?: () => number;
}

/** Opens the database that lives in this process, in `database` below the folder, and looks after it. */
export async function openEmbedded(
  folder: string,
  { log, onEnded = () => {}, free = () => freeBytes(folder) }: EmbeddedOptions,
): Promise<Sql> {
  await Deno.mkdir(folder, { recursive: true });
  const release = await lockFolder(join(folder, "database.lock"));
  try {
    if (free() < room.open) {
      throw new Error(`Cannot open the database: ${full(folder)}`);
    }
    const sql = await openPglite(join(folder, "database")).catch((error) => {
      if (free() >= room.write) throw error;
      throw new Error(`Cannot open the database: ${full(folder)}`, { cause: error });
    });
    sql.ended.then(onEnded);
    const snapshots = join(folder, "snapshots");
    const stop = startUpkeep({ sql, snapshots, log, free, now: () => new Date(), every });
    return Object.assign(whileThereIsRoom(sql, free), { close: closing(sql, stop, release) });
  } catch (error) {
    release();
    throw error;
  }
}

const full = (folder: string) => `the disk of ${folder} is full. Make room first.`;

function closing(sql: Sql, stop: () => Promise<void>, release: () => void): () => Promise<void> {
  const closeDatabase = sql.close;
  let closed: Promise<void> | undefined;

  async function close(): Promise<void> {
    try {
      await stop();
      await sql.script("checkpoint");
    } finally {
      await closeDatabase();
      release();
    }
  }

  return () => closed ??= close();
}

function every(milliseconds: number, work: () => Promise<void>): () => void {
  const timer = setInterval(work, milliseconds);
  // Upkeep alone is no reason to go on living.
  Deno.unrefTimer(timer);
  return () => clearInterval(timer);
}
