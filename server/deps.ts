import type { Log } from "./log.ts";
import type { Config } from "./config.ts";
import type { Sql } from "./database/sql.ts";
import type { Keys } from "./access/keys.ts";
import type { TellSignInLink } from "./access/sign-in.ts";
import type { Live } from "./live/live.ts";
import type { KnownSites } from "./sites/known-sites.ts";
import type { Wake } from "./changes/wake.ts";

/**
 * The outside world that verbs may ask for. A verb names exactly what it uses:
 * `Pick<Deps, "sql" | "now">`.
 */
export interface Deps {
  sql: Sql;
  now: () => Date;
  /** Sites for requests of guests, a second old at most. */
  sites: KnownSites;
  config: Config;
  log: Log;
  /** The keys of sites: sealing, personal links, blind indexes. */
  keys: Keys;
  /** Tells followers, after a commit, that a site has new changes. */
  wake: Wake;
  tellSignInLink: TellSignInLink;
  live: Live;
}
