import { PGlite } from "@electric-sql/pglite";
import { createSql } from "./create-sql.ts";
import { whenEnded } from "./death.ts";
import { createSession } from "./pglite-session.ts";
import type { Sql } from "./sql.ts";

/** PostgreSQL in this process. One session: a transaction has it for itself, everyone else waits. */
export interface Embedded extends Sql {
  readonly engine: "pglite";
  /** The whole data folder at this moment as a tar; `openPglite` loads it. */
  dump(): Promise<Blob>;
  /** Why PostgreSQL ended by itself, once it has. From then on every statement is refused. */
  readonly ended: Promise<string>;
}

/** Opens PGlite in a folder, which the caller has locked, or in memory. */
export async function openPglite(
  folder: string,
  { loadFrom }: { loadFrom?: Blob } = {},
): Promise<Embedded> {
  if (folder === "memory") return await open(loadFrom ? { loadDataDir: loadFrom } : {});
  if (!await exists(folder)) await fill(folder, loadFrom);
  else if (loadFrom) throw new Error(`There already is a database in ${folder}.`);
  return await open({ dataDir: folder });
}

/** A folder that is there is complete: it is filled beside its place and then moved into it. */
async function fill(folder: string, loadFrom: Blob | undefined): Promise<void> {
  const beginning = `${folder}.new`;
  if (await exists(beginning)) await Deno.remove(beginning, { recursive: true });
  await Deno.mkdir(beginning, { recursive: true });
  const db = await PGlite.create({
    dataDir: beginning,
    ...(loadFrom && { loadDataDir: loadFrom }),
  });
  await db.close();
  await Deno.rename(beginning, folder);
}

async function exists(path: string): Promise<boolean> {
  try {
    await Deno.stat(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

async function open(place: { dataDir?: string; loadDataDir?: Blob }): Promise<Embedded> {
  const db = await PGlite.create(place);
  // Plans are kept, and PGlite has nobody who notices that a table has grown: an index is right for a small one too.
  await db.exec("set timezone to 'UTC'; set enable_seqscan to off");
  const ended = whenEnded(db);
  const { run, begin, alone } = createSession(db);

  const sql = createSql({
    engine: "pglite",
    run,
    begin,
    script: (text) => alone(async () => void await db.exec(text)),
    async listen(channel, hear) {
      const forget = db.onNotification((name, payload) => {
        if (name === channel) hear(payload);
      });
      await alone(() => db.exec(`listen "${channel.replaceAll('"', '""')}"`));
      return () => Promise.resolve(forget());
    },
    close: () => db.close(),
  });
  return Object.assign(sql, {
    engine: "pglite" as const,
    dump: () => alone(() => db.dumpDataDir("none")),
    ended,
  });
}
