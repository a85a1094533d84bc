import { createKeys } from "../../server/access/keys.ts";
import { readConfig } from "../../server/config.ts";
import { openDatabase } from "../../server/database/open.ts";
import type { Deps } from "../../server/deps.ts";
import { createLive } from "../../server/live/live.ts";

const key = new Uint8Array(32).fill(3);
export const masterKeys = `1:${key.toBase64()}`;

/** What a bench needs to put weddings into the database itself; the servers it measures have the same keys. */
export async function benchDeps(databaseUrl: string): Promise<Deps> {
  const log = () => {};
  const sql = await openDatabase({ databaseUrl, folder: "unused", log });
  return {
    sql,
    now: () => new Date(),
    config: readConfig({ DATABASE_URL: databaseUrl, MASTER_KEYS: masterKeys }),
    log,
    keys: await createKeys([{ version: 1, bytes: key }]),
    wake: () => {},
    tellSignInLink: () => Promise.resolve(),
    live: createLive({ sql, log, wakes: { onWake: () => () => {} }, chance: () => 0.5 }),
  };
}
