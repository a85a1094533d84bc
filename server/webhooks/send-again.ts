import { type DeliveryId, type EndpointId, newId } from "../../shared/ids.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import type { SiteHead } from "../sites/sites.ts";
import { deliveryOf, oweDeliveries, replayRows } from "./deliveries.ts";
import { endpointOf } from "./endpoints.ts";

type Needs = Pick<Deps, "sql" | "now">;

/** Owes a test delivery, which goes the way of all others: same signature, same address guard. */
export async function sendTest(
  { sql, now }: Needs,
  site: SiteHead,
  endpointId: EndpointId,
): Promise<DeliveryId> {
  await workingEndpoint({ sql }, site, endpointId);
  const id = newId("delivery");
  await sql.begin((tx) =>
    oweDeliveries(tx, [{
      siteId: site.id,
      id,
      endpointId,
      type: "test.ping",
      changeNumber: site.changeNumber,
      state: "owed",
      nextAttemptAt: now(),
    }], now())
  );
  return id;
}

/**
 * Sends one delivery again, or all since a moment, with the same id and bytes; receivers that have them
 * know them by their id. Returns how many. Problems: `endpoint-not-found`, `endpoint-disabled`,
 * `delivery-not-found`.
 */
export async function replayDeliveries(
  { sql, now }: Needs,
  site: SiteHead,
  endpointId: EndpointId,
  which: { id: DeliveryId } | { since: Date },
): Promise<number> {
  await workingEndpoint({ sql }, site, endpointId);
  if ("id" in which) {
    const delivery = await deliveryOf(sql, site.id, which.id);
    if (delivery?.endpointId !== endpointId) throw new Problem("delivery-not-found");
  }
  return sql.begin((tx) => replayRows(tx, site.id, endpointId, which, now()));
}

async function workingEndpoint(
  { sql }: Pick<Deps, "sql">,
  site: SiteHead,
  endpointId: EndpointId,
): Promise<void> {
  const endpoint = await endpointOf(sql, site.id, endpointId);
  if (!endpoint) throw new Problem("endpoint-not-found");
  if (endpoint.disabled) throw new Problem("endpoint-disabled", "Enable the endpoint first.");
}
