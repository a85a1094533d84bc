import type { Change } from "../../shared/changes.ts";
import type { EventId, PartyId } from "../../shared/ids.ts";
import { encodeEvent } from "./stream.ts";

/**
 * What a stream is about: an event's number for everybody, a party's own reply, or every change for members.
 */
export type Topic =
  | { kind: "counter"; eventId: EventId }
  | { kind: "party"; partyId: PartyId }
  | { kind: "changes" };

/** By which its readers are found. */
export function nameOf(topic: Topic): string {
  if (topic.kind === "counter") return `counter|${topic.eventId}`;
  return topic.kind === "party" ? `party|${topic.partyId}` : "changes";
}

/** What the readers of a topic hear: encoded at the first of them, once for all. */
export interface Telling {
  number: number;
  encode: () => Uint8Array;
}

/** A change as members hear it: every one of them. */
export function inFull(change: Change): Telling {
  return {
    number: change.number,
    encode: () => encodeEvent(change.type, change, change.number),
  };
}

/** What others hear of a change. It says how things are now, so of several only the last matters. */
export function tellings({ type, data, number }: Change): [topic: string, Telling][] {
  const told: [string, Telling][] = [];
  if (type === "headcount.changed") {
    const { eventId, after } = data;
    const counter = { attending: after.attending };
    told.push([
      nameOf({ kind: "counter", eventId }),
      { number, encode: () => encodeEvent("counter", counter, number) },
    ]);
  }
  const partyId = "partyId" in data ? data.partyId : undefined;
  if (partyId) {
    told.push([
      nameOf({ kind: "party", partyId }),
      { number, encode: () => encodeEvent("reply", { changeNumber: number }, number) },
    ]);
  }
  return told;
}

/** Streams whose reader may no longer see what they show: it comes back and is judged anew. */
export function endings(change: Change, topics: string[]): string[] {
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
