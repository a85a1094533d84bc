import type { DeliveryId } from "../../shared/ids.ts";
import type { Attempt, Delivery } from "../../shared/vendors.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import type { SiteHead } from "../sites/sites.ts";
import { attemptsOf } from "./attempts.ts";
import { bodyRow, deliveryOf } from "./deliveries.ts";

/** A delivery as the API tells it. */
export function tellDelivery(
  row: Omit<Delivery, "createdAt" | "nextAttemptAt"> & {
    createdAt: Date;
    nextAttemptAt: Date | null;
  },
): Delivery {
  const { id, endpointId, type, changeNumber, state, attempts } = row;
  const createdAt = row.createdAt.toISOString();
  const nextAttemptAt = row.nextAttemptAt?.toISOString() ?? null;
  return { id, endpointId, type, changeNumber, state, attempts, createdAt, nextAttemptAt };
}

/** What was sent and what came of every attempt. Problems: `delivery-not-found`. */
export async function readDelivery(
  { sql, keys }: Pick<Deps, "sql" | "keys">,
  site: SiteHead,
  deliveryId: DeliveryId,
): Promise<Delivery & { body: string | null; log: Attempt[] }> {
  const [row, attempts] = await Promise.all([
    deliveryOf(sql, site.id, deliveryId),
    attemptsOf(sql, site.id, deliveryId),
  ]);
  if (!row) throw new Problem("delivery-not-found");
  const siteKeys = await keys.forSite(site);
  const body = row.bodySealed && await siteKeys.unseal<string>(row.bodySealed, bodyRow(row));
  const log = attempts.map(({ triedAt, ...attempt }) => ({
    ...attempt,
    at: triedAt.toISOString(),
  }));
  return { ...tellDelivery(row), body, log };
}
