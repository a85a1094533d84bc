import type { Change, VendorChangeType } from "../../shared/changes.ts";
import { newId } from "../../shared/ids.ts";
import type { NoticeType } from "../../shared/notices.ts";
import type { MaySee } from "../../shared/vendors.ts";
import type { SiteChange } from "../changes/owed-changes.ts";
import type { Follower } from "../changes/hand-over.ts";
import { type NewDelivery, oweDeliveries } from "./deliveries.ts";
import { type Subscription, subscriptionsOf } from "./endpoints.ts";

/** The follower that turns changes into deliveries owed to vendors' endpoints. */
export function spreadChanges(
  { now, kick }: { now: () => Date; kick: () => void },
): Follower {
  return {
    name: "webhooks",
    async follow(tx, changes) {
      const siteIds = [...new Set(changes.map(({ siteId }) => siteId))];
      const subscriptions = await subscriptionsOf(tx, siteIds);
      await oweDeliveries(tx, deliveriesFor(changes, subscriptions, now()), now());
    },
    followed: kick,
  };
}

/**
 * Who is owed what. Changes of headcounts are batched: within the vendor's quiet period they are one notice, and in any
 * case one for all events that moved together.
 */
export function deliveriesFor(
  changes: readonly SiteChange[],
  subscriptions: readonly Subscription[],
  now: Date,
): NewDelivery[] {
  const batches = new Map<string, NewDelivery>();
  const single: NewDelivery[] = [];
  for (const { siteId, change } of changes) {
    for (const subscription of subscriptions) {
      if (subscription.siteId !== siteId || !isFor(change, subscription)) continue;
      const { endpointId, quietSeconds } = subscription;
      const type = change.type as VendorChangeType;
      const batched = type === "headcount.changed";
      const quiet = batched ? quietSeconds : 0;
      const delivery: NewDelivery = {
        siteId,
        id: newId("delivery"),
        endpointId,
        type,
        changeNumber: change.number,
        state: quiet > 0 ? "gathering" : "owed",
        nextAttemptAt: new Date(now.getTime() + quiet * 1000),
      };
      if (!batched) single.push(delivery);
      else {
        const known = batches.get(endpointId);
        if (known) known.changeNumber = Math.max(known.changeNumber, change.number);
        else batches.set(endpointId, delivery);
      }
    }
  }
  return [...single, ...batches.values()];
}

/** Whether a vendor may hear of this kind of change at all; who replied what needs the right to see names. */
export function mayHear(type: NoticeType, { names }: MaySee): boolean {
  return names || (type !== "reply.submitted" && type !== "reply.withdrawn");
}

/** What a vendor may hear of at all, whatever it subscribed to. */
function isFor(change: Change, { types, maySee }: Subscription): boolean {
  if (!types.some((type) => type === change.type)) return false;
  switch (change.type) {
    case "headcount.changed":
      return sees(maySee, change.data.eventId);
    case "reply.submitted":
      return mayHear(change.type, maySee) &&
        change.data.replies.some(({ eventId }) => sees(maySee, eventId));
    case "reply.withdrawn":
      return mayHear(change.type, maySee) &&
        change.data.eventIds.some((eventId) => sees(maySee, eventId));
    case "site.changed":
      return change.data.eventId !== undefined
        ? sees(maySee, change.data.eventId)
        : change.data.what.some((what) => whatVendorsHear.has(what));
    default:
      return false;
  }
}

const whatVendorsHear = new Set(["names", "date", "zone"]);

function sees({ events }: MaySee, eventId: string): boolean {
  return events === null || events.some((id) => id === eventId);
}
