import { newId } from "../../shared/ids.ts";
import type { Deps } from "../../server/deps.ts";
import type { SiteHead } from "../../server/sites/sites.ts";
import { aCaterer } from "../../server/testing/vendor-line.ts";
import { type NewDelivery, oweDeliveries } from "../../server/webhooks/deliveries.ts";

export interface SeededEndpoint {
  site: SiteHead;
  id: `endpoint_${string}`;
}

/** So many vendors of a site, who are told at once, each with an endpoint at `url`. */
export async function seedEndpoints(
  deps: Deps,
  site: SiteHead,
  count: number,
  url: (index: number) => string,
): Promise<SeededEndpoint[]> {
  const endpoints: SeededEndpoint[] = [];
  for (let index = 0; index < count; index += 1) {
    const { endpoint } = await aCaterer(deps, site, url(index));
    endpoints.push({ site, id: endpoint.id });
  }
  return endpoints;
}

/** Deliveries that these endpoints are owed from now on, `each` for every one of them. */
export async function owe(deps: Deps, endpoints: SeededEndpoint[], each: number): Promise<void> {
  const now = deps.now();
  const owed = endpoints.flatMap(({ site, id }) =>
    Array.from({ length: each }, (): NewDelivery => ({
      siteId: site.id,
      id: newId("delivery"),
      endpointId: id,
      type: "headcount.changed",
      changeNumber: site.changeNumber,
      state: "owed",
      nextAttemptAt: now,
    }))
  );
  await deps.sql.begin((tx) => oweDeliveries(tx, owed, now));
}
