import type { SiteId } from "../../shared/ids.ts";
import type { Wakes } from "../changes/wakes.ts";
import type { Sql } from "../database/sql.ts";
import { type SiteHead, siteTogether } from "./sites.ts";

export interface KnownSites {
  /** By short name or by id. The same object as long as nothing changed; its change number is of when it was read. */
  by(nameOrId: string): Promise<SiteHead | undefined>;
}

const lifetimeMs = 1000;
const mostKnown = 5000;

interface Known {
  site: SiteHead;
  until: number;
}

/**
 * Sites as they were a second ago at most: every request of a guest needs its site, which changes on a few days of a year.
 * A change that this process made is seen by the next request; another process hears of it with the next wake. What
 * must not be a moment old, a transaction reads for itself.
 */
export function createKnownSites(
  { sql, wakes, clock = () => performance.now() }: {
    sql: Sql;
    wakes: Pick<Wakes, "onWake">;
    clock?: () => number;
  },
): KnownSites {
  const known = new Map<string, Known>();
  const asked = new Map<string, Promise<SiteHead | undefined>>();
  const names = new Map<SiteId, Set<string>>();

  wakes.onWake((siteIds, news) => {
    if (news && !news.some(({ type }) => type === "site.changed")) return;
    // What is being read may be from before the change.
    asked.clear();
    for (const siteId of siteIds) {
      for (const name of names.get(siteId) ?? []) known.delete(name);
      names.delete(siteId);
    }
  });

  function keep(name: string, site: SiteHead): void {
    if (known.size >= mostKnown) {
      known.clear();
      names.clear();
    }
    known.set(name, { site, until: clock() + lifetimeMs });
    const ofSite = names.get(site.id) ?? new Set();
    names.set(site.id, ofSite.add(name));
  }

  function read(name: string): Promise<SiteHead | undefined> {
    const before = asked.get(name);
    if (before) return before;
    const reading = siteTogether(sql, name).then((site) => {
      if (asked.get(name) !== reading) return site;
      if (site) keep(name, site);
      return site;
    }).finally(() => {
      if (asked.get(name) === reading) asked.delete(name);
    });
    asked.set(name, reading);
    return reading;
  }

  return {
    by(name) {
      const kept = known.get(name);
      return kept && kept.until > clock() ? Promise.resolve(kept.site) : read(name);
    },
  };
}
