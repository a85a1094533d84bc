import type { Log } from "../log.ts";
import { type EmbeddedOptions, openEmbedded } from "./embedded.ts";
import { migrate } from "./migrate.ts";
import { connectPostgres } from "./postgres.ts";
import type { Sql } from "./sql.ts";

export interface DatabasePlace {
  /** Of a PostgreSQL server. Without it, the database lives in this process. */
  databaseUrl?: string | undefined;
  /** Where it lives then. */
  folder: string;
  log: Log;
  /** Told why the database in this process ended by itself. */
  onEnded?: EmbeddedOptions["onEnded"];
}

/** Opens the database and brings it up to date. */
export async function openDatabase(
  { databaseUrl, folder, log, onEnded }: DatabasePlace,
): Promise<Sql> {
  const sql = databaseUrl
    ? await connectPostgres(databaseUrl, {
      onLost: () => log("warn", "connection to the database was lost and is back"),
    })
    : await openEmbedded(folder, { log, onEnded });
  try {
    const { applied } = await migrate(sql);
    if (applied.length > 0) log("info", "database migrated", { applied: applied.join(" ") });
    return sql;
  } catch (error) {
    await sql.close();
    throw error;
  }
}
