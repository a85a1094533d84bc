import { isDeepStrictEqual as equal } from "node:util";
import type { News } from "../../shared/changes.ts";
import { emptyHeadcount, type Headcount } from "../../shared/headcount.ts";
import type { EventId, SiteId } from "../../shared/ids.ts";
import type { Tx } from "../database/sql.ts";
import { type CountedGuest, countGuests, type Headcounts, moveHeadcount } from "./count.ts";
import { saveHeadcounts } from "./headcounts.ts";

export interface MovedHeadcounts {
  moved: { eventId: EventId; headcount: Headcount }[];
  news: News[];
}

/** The numbers after these guests' answers replaced what they said before; only events that moved. */
export function moveHeadcounts(
  current: Headcounts,
  guestsBefore: readonly CountedGuest[],
  guestsAfter: readonly CountedGuest[],
): MovedHeadcounts {
  return moveCounts(current, countGuests(guestsBefore), countGuests(guestsAfter));
}

/** The same where the guests are counted already. */
export function moveCounts(
  current: Headcounts,
  before: Headcounts,
  after: Headcounts,
): MovedHeadcounts {
  const moved: MovedHeadcounts = { moved: [], news: [] };
  for (const eventId of new Set([...before.keys(), ...after.keys()])) {
    const was = current.get(eventId) ?? emptyHeadcount();
    const headcount = moveHeadcount(was, before.get(eventId), after.get(eventId));
    if (equal(was, headcount)) continue;
    moved.moved.push({ eventId, headcount });
    moved.news.push({
      type: "headcount.changed",
      data: { eventId, before: was, after: headcount },
    });
  }
  return moved;
}

/** Saves what moved, unless the event itself is gone. */
export function saveMoved(tx: Tx, siteId: SiteId, { moved }: MovedHeadcounts): Promise<void> {
  return saveHeadcounts(tx, siteId, moved);
}
