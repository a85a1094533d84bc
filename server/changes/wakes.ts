import type { News } from "../../shared/changes.ts";
import type { SiteId } from "../../shared/ids.ts";
import type { Sql } from "../database/sql.ts";
import type { Log } from "../log.ts";
import type { Wake } from "./wake.ts";

/** Hears of sites with new changes; of those that this process made, which they are. */
export type Hear = (siteIds: SiteId[], news?: readonly News[]) => void;

const channel = "wedding_rsvp_changes";

export interface Wakes {
  wake: Wake;
  /** Hears of sites with new changes, of this process and others; until the returned function is called. */
  onWake(hear: Hear): () => void;
  close(): Promise<void>;
}

/**
 * Wakes followers: those in this process at once, other processes by one NOTIFY at most every `everyMs`, sent outside
 * any transaction (inside one it takes a database-wide lock at commit). A wake may get lost; followers poll as well.
 */
export async function createWakes(
  { sql, log }: { sql: Sql; log: Log },
  everyMs = 50,
): Promise<Wakes> {
  const hearers = new Set<Hear>();
  const self = crypto.randomUUID();
  let waiting = new Set<SiteId>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending = Promise.resolve();

  const tell: Hear = (siteIds, news) => hearers.forEach((hear) => hear(siteIds, news));
  const alone = sql.engine === "pglite";
  const unlisten = alone ? undefined : await sql.listen(channel, (payload) => {
    const [from, ...siteIds] = payload.split(" ");
    if (from !== self) tell(siteIds as SiteId[]);
  });

  function send() {
    timer = undefined;
    const siteIds = [...waiting];
    waiting = new Set();
    // A payload holds 8,000 bytes; with more sites than fit, the others find theirs by polling.
    const payload = [self, ...siteIds.slice(0, 300)].join(" ");
    sending = sql`select pg_notify(${channel}, ${payload})`.then(() => {}, (error) => {
      log("warn", "could not wake other processes", { error: (error as Error).name });
    });
  }

  return {
    wake(siteId, news) {
      tell([siteId], news);
      if (alone) return;
      waiting.add(siteId);
      timer ??= setTimeout(send, everyMs);
    },
    onWake(hear) {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    async close() {
      clearTimeout(timer);
      await sending;
      await unlisten?.();
    },
  };
}
