import type { Change } from "../../shared/changes.ts";
import type { Notice } from "../../shared/notices.ts";
import type { WeddingEvent } from "../../shared/events.ts";
import type { MaySee } from "../../shared/vendors.ts";
import type { SiteKeys } from "../access/keys.ts";
import { changesAfter } from "../changes/changes.ts";
import type { Query } from "../database/sql.ts";
import { allergiesByGuest } from "../headcount/allergies-by-guest.ts";
import { eventHeadcounts } from "../headcount/event-headcounts.ts";
import { guestsWithReplies } from "../headcount/counted-party.ts";
import { partyOf } from "../guests/parties.ts";
import type { SiteHead } from "../sites/sites.ts";
import type { DueDelivery } from "./deliveries.ts";
import type { SiteFacts } from "./site-facts.ts";

type HeadcountNotice = Extract<Notice, { type: "headcount.changed" }>;

/** A notice and the number of the latest change that it tells. */
export interface Composed {
  notice: Notice;
  changeNumber: number;
}

/** Puts into words, as of now, what a delivery tells, and nothing that its vendor may not see. */
export async function composeNotice(
  sql: Query,
  keys: SiteKeys,
  facts: SiteFacts,
  delivery: Pick<DueDelivery, "type" | "changeNumber">,
  maySee: MaySee,
  now: Date,
): Promise<Composed> {
  const { type } = delivery;
  const { site } = facts;
  const { id: siteId } = site;
  const events = seenBy(maySee, facts);
  const timestamp = now.toISOString();
  if (type === "test.ping") {
    const note = "This is a test. Nothing changed, and no count is in it.";
    return {
      notice: { type, timestamp, data: { site: briefly(site), note } },
      changeNumber: delivery.changeNumber,
    };
  }
  if (type === "headcount.changed") {
    const allergies = maySee.allergiesByGuest
      ? { allergiesByGuest: await allergiesByGuest(sql, keys, siteId, events) }
      : {};
    return {
      notice: tellHeadcounts(facts, maySee, now, allergies),
      changeNumber: site.changeNumber,
    };
  }
  const [change] = await changesAfter(sql, siteId, delivery.changeNumber - 1, 1);
  if (!change) throw new Error(`Cannot compose a notice: change ${delivery.changeNumber} is gone.`);
  return {
    notice: { ...await tell(sql, site, change, events), timestamp } as Notice,
    changeNumber: change.number,
  };
}

/** The numbers of every event that a vendor may see. */
export function tellHeadcounts(
  facts: SiteFacts,
  maySee: MaySee,
  now: Date,
  more: Pick<HeadcountNotice["data"], "allergiesByGuest"> = {},
): HeadcountNotice {
  const { site, headcounts } = facts;
  const data = {
    site: briefly(site),
    changeNumber: site.changeNumber,
    events: eventHeadcounts(seenBy(maySee, facts), headcounts),
    ...more,
  };
  return { type: "headcount.changed", timestamp: now.toISOString(), data };
}

function seenBy({ events: seen }: MaySee, { events }: SiteFacts): WeddingEvent[] {
  return events.filter(({ id }) => seen === null || seen.includes(id));
}

async function tell(
  sql: Query,
  site: SiteHead,
  change: Change,
  events: WeddingEvent[],
): Promise<Omit<Notice, "timestamp">> {
  const head = { site: briefly(site), changeNumber: change.number };
  switch (change.type) {
    case "reply.submitted": {
      const { partyId, replies, first, late } = change.data;
      const guests = await guestsWithReplies(sql, site.id, partyId);
      const seen = replies.filter(({ eventId }) => events.some(({ id }) => id === eventId));
      return {
        type: change.type,
        data: {
          ...head,
          party: await partyBriefly(sql, site, partyId),
          replies: seen.map((reply) => ({
            ...reply,
            name: guests.find(({ id }) => id === reply.guestId)?.name ?? null,
          })),
          first,
          late,
        },
      };
    }
    case "reply.withdrawn":
      return {
        type: change.type,
        data: { ...head, party: await partyBriefly(sql, site, change.data.partyId) },
      };
    case "site.changed": {
      const { what, eventId } = change.data;
      const event = events.find(({ id }) => id === eventId);
      return {
        type: change.type,
        data: { ...head, what, ...(event ? { event: brief(event) } : {}) },
      };
    }
    default:
      throw new Error(`Cannot compose a notice of ${change.type}: vendors do not hear of it.`);
  }
}

function briefly({ id, settings: { names, date } }: SiteHead) {
  return { id, names, date };
}

async function partyBriefly(sql: Query, site: SiteHead, partyId: `party_${string}`) {
  const party = await partyOf(sql, site.id, partyId);
  return { id: partyId, name: party?.name ?? "" };
}

function brief({ id, name, startsAt, endsAt, zone, place }: WeddingEvent) {
  return { id, name, startsAt, zone, ...(endsAt ? { endsAt } : {}), ...(place ? { place } : {}) };
}
