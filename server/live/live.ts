import type { SiteId } from "../../shared/ids.ts";
import type { Wakes } from "../changes/wakes.ts";
import type { Sql } from "../database/sql.ts";
import type { Log } from "../log.ts";
import type { Headcounts } from "../headcount/count.ts";
import { headcountsOf } from "../headcount/headcounts.ts";
import { siteBy, type SiteHead } from "../sites/sites.ts";
import { startHeart } from "./heart.ts";
import { inTurns } from "./in-turns.ts";
import { sharedRead } from "./shared-read.ts";
import {
  createStream,
  encodeRetry,
  endStream,
  type LiveStream,
  openStream,
  sendBeat,
  sendEvent,
} from "./stream.ts";
import { startTail } from "./tail.ts";
import { endings, inFull, nameOf, type Telling, tellings, type Topic } from "./tellings.ts";

export interface Live {
  /**
   * Joins the readers of a topic. `snapshot` is read after joining, so nothing falls between; it says from which
   * change number on the stream goes, and what comes first.
   */
  join(
    siteId: SiteId,
    topic: Topic,
    snapshot: () => Promise<{ from: number; first?: Uint8Array }>,
  ): Promise<Response>;
  /** A site and its numbers as they are from now on, read once for all who ask at the same moment. */
  siteNow(siteId: SiteId): Promise<SiteNow>;
  /** How many streams are open. */
  readonly size: number;
  stop(): Promise<void>;
}

export interface SiteNow {
  site: SiteHead | undefined;
  headcounts: Headcounts;
}

const oneReadMs = 3_000;
/** A thousand changes, which a member may have missed, are replayed at once. */
const roomForReplay = 4 * 1024 * 1024;

/** Server-Sent Events: one tail of the log per process, fanned out to every stream that may see a change. */
export function createLive(
  { sql, log, wakes, chance }: {
    sql: Sql;
    log: Log;
    wakes: Pick<Wakes, "onWake">;
    chance: () => number;
  },
): Live {
  const sites = new Map<SiteId, Map<string, Set<LiveStream>>>();
  const everyone = new Set<LiveStream>();
  let stopped = false;

  const tail = startTail({ sql, log, wakes }, async (siteId, changes) => {
    const topics = sites.get(siteId);
    if (!topics) return;
    const latest = new Map<string, Telling>();
    async function tellLatest(): Promise<void> {
      for (const [topic, telling] of latest) await tell(topics?.get(topic), telling);
      latest.clear();
    }
    for (const change of changes) {
      await tell(topics.get("changes"), inFull(change));
      for (const [topic, telling] of tellings(change)) latest.set(topic, telling);
      const ended = endings(change, [...topics.keys()]);
      if (ended.length > 0) await tellLatest();
      for (const topic of ended) await inTurns(topics.get(topic), (stream) => endStream(stream));
    }
    await tellLatest();
  });

  // Beats only while somebody listens.
  let stopHeart: (() => void) | undefined;

  function leave(siteId: SiteId, topic: string, stream: LiveStream): void {
    const topics = sites.get(siteId);
    const streams = topics?.get(topic);
    if (!topics || !streams?.delete(stream)) return;
    everyone.delete(stream);
    if (streams.size === 0) topics.delete(topic);
    if (topics.size === 0) {
      sites.delete(siteId);
      tail.unwatch(siteId);
    }
    if (everyone.size === 0) {
      stopHeart?.();
      stopHeart = undefined;
    }
  }

  return {
    siteNow: sharedRead((siteId) => readSite(sql, siteId)),
    async join(siteId, topic, snapshot) {
      const name = nameOf(topic);
      const room = topic.kind === "changes" ? roomForReplay : undefined;
      const stream = createStream((closed) => leave(siteId, name, closed), room);
      const topics = sites.get(siteId) ?? new Map<string, Set<LiveStream>>();
      sites.set(siteId, topics);
      topics.set(name, (topics.get(name) ?? new Set()).add(stream));
      everyone.add(stream);
      stopHeart ??= startHeart(everyone, sendBeat);
      try {
        const { from, first } = await snapshot();
        const head = join(encodeRetry(oneReadMs * (0.5 + chance())), first);
        const response = openStream(stream, from, head);
        if (stopped) endStream(stream);
        else tail.watch(siteId, from);
        return response;
      } catch (error) {
        endStream(stream);
        throw error;
      }
    },
    get size() {
      return everyone.size;
    },
    async stop() {
      stopped = true;
      await tail.stop();
      // Told when to come back, each a little later than another: not all at the moment of the restart.
      everyone.forEach((stream) => endStream(stream, encodeRetry(oneReadMs * (0.5 + chance()))));
    },
  };
}

async function readSite(sql: Sql, siteId: SiteId): Promise<SiteNow> {
  // The site first: a number that is newer than it says is told again.
  const site = await siteBy(sql, siteId);
  return { site, headcounts: await headcountsOf(sql, siteId) };
}

async function tell(
  streams: ReadonlySet<LiveStream> | undefined,
  { number, encode }: Telling,
): Promise<void> {
  let bytes: Uint8Array | undefined;
  await inTurns(streams, (stream) => sendEvent(stream, number, bytes ??= encode()));
}

function join(head: Uint8Array, rest: Uint8Array | undefined): Uint8Array {
  if (!rest) return head;
  const whole = new Uint8Array(head.length + rest.length);
  whole.set(head);
  whole.set(rest, head.length);
  return whole;
}
