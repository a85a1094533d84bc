import type { SiteId } from "../../shared/ids.ts";
import type { Deps } from "../deps.ts";
import { isDatabaseAway } from "../database/errors.ts";
import { tellHeadcounts } from "./compose-notice.ts";
import {
  bodyRow,
  type ClaimedDelivery,
  type DueDelivery,
  type DueWanted,
  lockDue,
  takeDue,
} from "./deliveries.ts";
import { type Target, targetsOf } from "./endpoints.ts";
import { factsOf, type SiteFacts } from "./site-facts.ts";

type Needs = Pick<Deps, "sql" | "keys">;

/** A claimed delivery, and where it goes as was read with the claim. */
export interface FreshClaim extends ClaimedDelivery {
  target?: { value: Target; readAt: number };
}

type Wanted = DueWanted & { claimedBy: string; until: Date };

/**
 * Claims deliveries that are due, in one transaction with the bytes of those that only tell numbers: a pile of them costs
 * the site's events and numbers once, and each is written once. The others are put into words at their try.
 */
export async function claimDeliveries(needs: Needs, wanted: Wanted): Promise<FreshClaim[]> {
  try {
    return await claimWithBytes(needs, wanted);
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    // One that cannot be read must not hold up the others: each meets what it meets at its own try.
    return await needs.sql.begin(async (tx) => {
      const due = await lockDue(tx, wanted);
      const claimed = due.map((delivery) => ({ ...delivery, claimedBy: wanted.claimedBy }));
      await takeDue(tx, claimed, wanted.until);
      return claimed;
    });
  }
}

function claimWithBytes({ sql, keys }: Needs, wanted: Wanted): Promise<FreshClaim[]> {
  return sql.begin(async (tx) => {
    const due = await lockDue(tx, wanted);
    if (due.length === 0) return [];
    const siteIds = due.filter(isOnlyNumbers).map(({ siteId }) => siteId);
    const readAt = performance.now();
    const [targets, facts] = await Promise.all([targetsOf(tx, due), factsOf(tx, siteIds)]);
    const byEndpoint = new Map(targets.map((target) => [target.endpointId, target]));
    const compose = createComposer(keys, facts, wanted.now);
    const claimed = await Promise.all(due.map(async (delivery): Promise<FreshClaim> => {
      const value = byEndpoint.get(delivery.endpointId);
      return {
        ...delivery,
        ...(value && isOnlyNumbers(delivery) ? await compose(delivery, value) : {}),
        claimedBy: wanted.claimedBy,
        ...(value ? { target: { value, readAt } } : {}),
      };
    }));
    await takeDue(tx, claimed, wanted.until);
    return claimed;
  });
}

function isOnlyNumbers({ type, bodySealed }: Pick<DueDelivery, "type" | "bodySealed">): boolean {
  return type === "headcount.changed" && !bodySealed;
}

/** What is sent, in the clear and sealed, and what it tells. */
type Composed = Pick<ClaimedDelivery, "body" | "bodySealed" | "changeNumber" | "maySee">;

/** What tells the numbers of one site to all who may see the same is composed once. */
function createComposer(
  keys: Deps["keys"],
  facts: ReadonlyMap<SiteId, SiteFacts>,
  now: Date,
) {
  const composed = new Map<string, string>();

  return async (
    delivery: DueDelivery,
    { maySee }: Pick<Target, "maySee">,
  ): Promise<Composed | undefined> => {
    const read = facts.get(delivery.siteId);
    // Allergies are read guest by guest: no work for a transaction that others wait for.
    if (!read || maySee.allergiesByGuest) return undefined;
    const same = `${delivery.siteId}|${JSON.stringify(maySee.events)}`;
    try {
      const body = composed.get(same) ?? JSON.stringify(tellHeadcounts(read, maySee, now));
      composed.set(same, body);
      const siteKeys = await keys.forSite(read.site);
      const bodySealed = await siteKeys.seal(body, bodyRow(delivery));
      return { body, bodySealed, changeNumber: read.site.changeNumber, maySee };
    } catch {
      // Its try meets the same, and says so where people see it.
      return undefined;
    }
  };
}
