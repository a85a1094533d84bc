import { PGlite, type PGliteInterface, type Transaction } from "@electric-sql/pglite";
import { createSql, type Run } from "./create-sql.ts";
import type { Sql } from "./sql.ts";
import { codecs, columnName } from "./types.ts";

/** PostgreSQL in this process. One session: a transaction has it for itself, everyone else waits. */
export interface Embedded extends Sql {
  readonly engine: "pglite";
  /** The whole data folder at this moment as a tar; `openPglite` loads it. */
  dump(): Promise<Blob>;
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
  db.serializers = Object.fromEntries([...codecs].map(([oid, { write }]) => [oid, write]));
  db.parsers = Object.fromEntries([...codecs].map(([oid, { read }]) => [oid, read]));
  await db.exec("set timezone to 'UTC'");

  const sql = createSql({
    engine: "pglite",
    run: runOn(db),
    begin: (work) => db.transaction((tx) => work(runOn(tx))),
    script: async (text) => {
      await db.exec(text).catch(withoutParameters);
    },
    async listen(channel, hear) {
      const forget = db.onNotification((name, payload) => {
        if (name === channel) hear(payload);
      });
      await db.exec(`listen "${channel.replaceAll('"', '""')}"`);
      return () => Promise.resolve(forget());
    },
    close: () => db.close(),
  });
  return Object.assign(sql, { engine: "pglite" as const, dump: () => db.dumpDataDir("none") });
}

function runOn(db: PGliteInterface | Transaction): Run {
  return async (text, ...values) => {
    const statement = text.reduce((before, after, index) => `${before}$${index}${after}`);
    const { rows, fields } = await db
      .query<unknown[]>(statement, values, { rowMode: "array" })
      .catch(withoutParameters);
    const names = fields.map(({ name }) => columnName(name));
    return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index]])));
  };
}

// PGlite hangs the parameters on the error, where a log would print what guests wrote.
function withoutParameters(error: unknown): never {
  if (error instanceof Error) Reflect.deleteProperty(error, "params");
  throw error;
}
