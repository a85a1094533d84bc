import { createKeys } from "../access/keys.ts";
import { readConfig } from "../config.ts";
import type { Sql } from "../database/sql.ts";
import type { Deps } from "../deps.ts";
import { createLive } from "../live/live.ts";
import { siteBy } from "../sites/sites.ts";

const masterKey = { version: 1, bytes: new Uint8Array(32).fill(7) };

/** The outside world of a test: a real database, a quiet log, and whatever the test is about. */
export async function testDeps(sql: Sql, overrides: Partial<Deps> = {}): Promise<Deps> {
  const log = () => {};
  return {
    sql,
    now: () => new Date(),
    sites: { by: (name) => siteBy(sql, name) },
    config: readConfig({ DEMO: "off", PUBLIC_URL: "https://rsvp.test" }),
    log,
    keys: await createKeys([masterKey]),
    wake: () => {},
    tellSignInLink: () => Promise.resolve(),
    live: createLive({ sql, log, wakes: { onWake: () => () => {} }, chance: () => 0.5 }),
    ...overrides,
  };
}
