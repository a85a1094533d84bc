import type { Change } from "../../shared/changes.ts";
import type { SiteId } from "../../shared/ids.ts";
import { changeNumbers, changesOfSites } from "../changes/changes.ts";
import type { Wakes } from "../changes/wakes.ts";
import type { Sql } from "../database/sql.ts";
import type { Log } from "../log.ts";

/** Resolves when all have heard; until then nothing more of this site is read. */
export type Hear = (siteId: SiteId, changes: Change[]) => Promise<void>;

export interface Tail {
  /** From now on this site's changes are read, starting after the number. */
  watch(siteId: SiteId, after: number): void;
  unwatch(siteId: SiteId): void;
  stop(): Promise<void>;
}

const mostAtOnce = 500;

/**
 * The one reader of the log in this process: it reads each change once, for the sites that somebody watches, and hands it
 * to `hear` in order. Woken after commits; every `pollMs` it looks by itself, since wakes may get lost.
 */
export function startTail(
  { sql, log, wakes }: { sql: Sql; log: Log; wakes: Pick<Wakes, "onWake"> },
  hear: Hear,
  pollMs = 1000,
): Tail {
  const watched = new Map<SiteId, number>();
  const woken = new Set<SiteId>();
  // Sites whose readers are being told, and whether there is more for them since.
  const telling = new Map<SiteId, Promise<void>>();
  const late = new Set<SiteId>();
  let running: Promise<void> | undefined;
  let stopped = false;

  function run(): void {
    if (!stopped) running ??= drain().finally(() => running = undefined);
  }

  async function drain(): Promise<void> {
    try {
      while (woken.size > 0 && !stopped) await readWoken();
    } catch (error) {
      log("error", "reading changes failed", { error: (error as Error).name });
    }
  }

  async function readWoken(): Promise<void> {
    const sites = [...woken].flatMap((siteId) => {
      const after = watched.get(siteId);
      if (telling.has(siteId)) {
        late.add(siteId);
        return [];
      }
      return after === undefined ? [] : [{ siteId, after }];
    });
    woken.clear();
    if (sites.length === 0) return;
    const read = await changesOfSites(sql, sites, mostAtOnce);
    for (const [siteId, news] of Map.groupBy(read, (item) => item.siteId)) {
      const after = watched.get(siteId);
      if (after === undefined) continue;
      const changes = news.map(({ change }) => change).filter(({ number }) => number > after);
      const last = changes.at(-1);
      if (!last) continue;
      watched.set(siteId, last.number);
      if (news.length === mostAtOnce) woken.add(siteId);
      telling.set(siteId, tell(siteId, changes));
    }
  }

  /** Others do not wait for a site with many readers. */
  async function tell(siteId: SiteId, changes: Change[]): Promise<void> {
    try {
      await hear(siteId, changes);
    } catch (error) {
      log("error", "telling changes failed", { error: (error as Error).name });
    }
    telling.delete(siteId);
    if (!late.delete(siteId)) return;
    woken.add(siteId);
    run();
  }

  async function poll(): Promise<void> {
    if (watched.size === 0) return;
    try {
      for (const { siteId, changeNumber } of await changeNumbers(sql, [...watched.keys()])) {
        if (changeNumber > (watched.get(siteId) ?? changeNumber)) woken.add(siteId);
      }
      if (woken.size > 0) run();
    } catch (error) {
      log("error", "polling for changes failed", { error: (error as Error).name });
    }
  }

  let polling: Promise<void> = Promise.resolve();
  // Polls only while somebody watches.
  let timer: ReturnType<typeof setInterval> | undefined;
  const unhear = wakes.onWake((siteIds) => {
    for (const siteId of siteIds) if (watched.has(siteId)) woken.add(siteId);
    if (woken.size > 0) run();
  });

  return {
    watch(siteId, after) {
      const known = watched.get(siteId);
      if (known === undefined || after < known) watched.set(siteId, after);
      timer ??= setInterval(() => polling = poll(), pollMs);
      // Whatever happened between the caller's snapshot and this call.
      woken.add(siteId);
      run();
    },
    unwatch(siteId) {
      watched.delete(siteId);
      if (watched.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      unhear();
      await Promise.all([running, polling, ...telling.values()]);
    },
  };
}
