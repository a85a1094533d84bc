import type { Change } from "../../shared/changes.ts";
import type { EventId, PartyId, SiteId } from "../../shared/ids.ts";
import type { Wakes } from "../changes/wakes.ts";
import type { Sql } from "../database/sql.ts";
import type { Log } from "../log.ts";
import { createStream, encodeEvent, encodeRetry, type LiveStream } from "./stream.ts";
import { startTail } from "./tail.ts";

/**
 * What a stream is about: an event's number for everybody, a party's own reply, or every change for members.
 */
export type Topic =
  | { kind: "counter"; eventId: EventId }
  | { kind: "party"; partyId: PartyId }
  | { kind: "changes" };

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
  /** How many streams are open. */
  readonly size: number;
  stop(): Promise<void>;
}

const heartbeatMs = 15_000;
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
  let size = 0;
  let stopped = false;

  const tail = startTail({ sql, log, wakes }, (siteId, changes) => {
    const topics = sites.get(siteId);
    if (!topics) return;
    for (const change of changes) {
      for (const [topic, bytes] of tellings(change)) {
        topics.get(topic)?.forEach((stream) => stream.send(change.number, bytes()));
      }
      for (const topic of endings(change, [...topics.keys()])) {
        topics.get(topic)?.forEach((stream) => stream.end());
      }
    }
  });

  function eachStream(act: (stream: LiveStream) => void): void {
    for (const topics of sites.values()) {
      for (const streams of topics.values()) streams.forEach(act);
    }
  }
  // Beats only while somebody listens.
  let heart: ReturnType<typeof setInterval> | undefined;

  function leave(siteId: SiteId, topic: string, stream: LiveStream): void {
    const topics = sites.get(siteId);
    const streams = topics?.get(topic);
    if (!topics || !streams?.delete(stream)) return;
    size -= 1;
    if (streams.size === 0) topics.delete(topic);
    if (topics.size === 0) {
      sites.delete(siteId);
      tail.unwatch(siteId);
    }
    if (size === 0) {
      clearInterval(heart);
      heart = undefined;
    }
  }

  return {
    async join(siteId, topic, snapshot) {
      const name = nameOf(topic);
      const room = topic.kind === "changes" ? roomForReplay : undefined;
      const stream = createStream((closed) => leave(siteId, name, closed), room);
      const topics = sites.get(siteId) ?? new Map<string, Set<LiveStream>>();
      sites.set(siteId, topics);
      topics.set(name, (topics.get(name) ?? new Set()).add(stream));
      size += 1;
      heart ??= setInterval(() => eachStream((stream) => stream.beat()), heartbeatMs);
      try {
        const { from, first } = await snapshot();
        stream.open(from, join(encodeRetry(oneReadMs * (0.5 + chance())), first));
        tail.watch(siteId, from);
      } catch (error) {
        stream.end();
        throw error;
      }
      if (stopped) stream.end();
      return stream.response;
    },
    get size() {
      return size;
    },
    async stop() {
      stopped = true;
      await tail.stop();
      // Told when to come back, each a little later than another: not all at the moment of the restart.
      eachStream((stream) => stream.end(encodeRetry(oneReadMs * (0.5 + chance()))));
    },
  };
}

function nameOf(topic: Topic): string {
  if (topic.kind === "counter") return `counter|${topic.eventId}`;
  return topic.kind === "party" ? `party|${topic.partyId}` : "changes";
}

/** Which topics hear of a change, and the bytes they hear; encoded at the first reader, once for all. */
function tellings(change: Change): [topic: string, bytes: () => Uint8Array][] {
  const told: [string, () => Uint8Array][] = [
    ["changes", once(() => encodeEvent(change.type, change, change.number))],
  ];
  if (change.type === "headcount.changed") {
    const { eventId, after } = change.data;
    const data = { attending: after.attending };
    told.push([
      `counter|${eventId}`,
      once(() => encodeEvent("counter", data, change.number)),
    ]);
  }
  const partyId = "partyId" in change.data ? change.data.partyId : undefined;
  if (partyId) {
    const data = { changeNumber: change.number };
    told.push([`party|${partyId}`, once(() => encodeEvent("reply", data, change.number))]);
  }
  return told;
}

/** Streams whose reader may no longer see what they show: it comes back and is judged anew. */
function endings(change: Change, topics: string[]): string[] {
  switch (change.type) {
    case "site.changed":
      return change.data.what.some((what) => what === "publicCounter" || what === "pages")
        ? topics.filter((topic) => topic !== "changes")
        : [];
    case "party.changed":
      return change.data.what === "link" ? [`party|${change.data.partyId}`] : [];
    case "member.changed":
    case "member.removed":
    case "key.revoked":
      return ["changes"];
    default:
      return [];
  }
}

function once(make: () => Uint8Array): () => Uint8Array {
  let made: Uint8Array | undefined;
  return () => made ??= make();
}

function join(head: Uint8Array, rest: Uint8Array | undefined): Uint8Array {
  if (!rest) return head;
  const whole = new Uint8Array(head.length + rest.length);
  whole.set(head);
  whole.set(rest, head.length);
  return whole;
}
