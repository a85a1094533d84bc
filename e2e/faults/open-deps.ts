import { createKeys } from "../../server/access/keys.ts";
import { readConfig } from "../../server/config.ts";
import { openDatabase } from "../../server/database/open.ts";
import type { Deps } from "../../server/deps.ts";
import { createLive } from "../../server/live/live.ts";
import { siteBy } from "../../server/sites/sites.ts";

const key = { version: 1, bytes: new Uint8Array(32).fill(11) };
/** Deliveries may go to this machine. */
const WEBHOOK_ALLOW = "127.0.0.1/32";

/** Where the data is: in a PostgreSQL, or in the folder when no server has it open. */
export interface Place {
  folder: string;
  databaseUrl?: string;
}

/** What a server is told, so that it has the same keys as whoever looks into its database from outside. */
export function serverEnvironment({ databaseUrl }: Place, port: number): Record<string, string> {
  return {
    PORT: String(port),
    DEMO: "off",
    // Guests come from many addresses, and are limited by theirs.
    TRUSTED_PROXIES: "1",
    WEBHOOK_ALLOW,
    MASTER_KEYS: `${key.version}:${key.bytes.toBase64()}`,
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  };
}

/** Opens the data beside the server, to put weddings in and to see what became of them. */
export async function openDeps({ folder, databaseUrl }: Place): Promise<Deps & AsyncDisposable> {
  const log = () => {};
  const sql = await openDatabase({ databaseUrl, folder, log });
  return {
    sql,
    now: () => new Date(),
    sites: { by: (name) => siteBy(sql, name) },
    config: readConfig({ DEMO: "off", WEBHOOK_ALLOW }),
    log,
    keys: await createKeys([key]),
    wake: () => {},
    tellSignInLink: () => Promise.resolve(),
    live: createLive({ sql, log, wakes: { onWake: () => () => {} }, chance: () => 0.5 }),
    [Symbol.asyncDispose]: () => sql.close(),
  };
}
