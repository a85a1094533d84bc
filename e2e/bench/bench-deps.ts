import { createKeys } from "../../server/access/keys.ts";
import { readConfig } from "../../server/config.ts";
import { openDatabase } from "../../server/database/open.ts";
import type { Deps } from "../../server/deps.ts";
import { createLive } from "../../server/live/live.ts";
import { siteBy } from "../../server/sites/sites.ts";

const key = new Uint8Array(32).fill(3);
export const masterKeys = `1:${key.toBase64()}`;

/** Where the weddings of a bench are: the address of a PostgreSQL, or the folder of an embedded database. */
export type Place = string | { folder: string };

/** What a bench needs to put weddings into the database itself; the servers it measures have the same keys. */
export async function benchDeps(place: Place): Promise<Deps> {
  const log = () => {};
  const databaseUrl = typeof place === "string" ? place : undefined;
  const folder = typeof place === "string" ? "unused" : place.folder;
  const sql = await openDatabase({ databaseUrl, folder, log });
  return {
    sql,
    now: () => new Date(),
    sites: { by: (name) => siteBy(sql, name) },
    config: readConfig({
      DATABASE_URL: databaseUrl,
      MASTER_KEYS: masterKeys,
      // Receivers of a bench are on this machine.
      WEBHOOK_ALLOW: "127.0.0.0/8",
    }),
    log,
    keys: await createKeys([{ version: 1, bytes: key }]),
    wake: () => {},
    tellSignInLink: () => Promise.resolve(),
    live: createLive({ sql, log, wakes: { onWake: () => () => {} }, chance: () => 0.5 }),
  };
}
