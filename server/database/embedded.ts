import { join } from "node:path";
import type { Log } from "../log.ts";
import { lockFolder } from "./lock.ts";
import { openPglite } from "./pglite.ts";
import type { Sql } from "./sql.ts";
import { startUpkeep } from "./upkeep.ts";

/** Opens the database that lives in this process, in `database` below the folder, and looks after it. */
export async function openEmbedded(folder: string, log: Log): Promise<Sql> {
  await Deno.mkdir(folder, { recursive: true });
  const release = await lockFolder(join(folder, "database.lock"));
  try {
    const sql = await openPglite(join(folder, "database"));
    const snapshots = join(folder, "snapshots");
    const stop = startUpkeep({ sql, snapshots, log, now: () => new Date(), every });
    return Object.assign(sql, { close: closing(sql, stop, release) });
  } catch (error) {
    release();
    throw error;
  }
}

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
