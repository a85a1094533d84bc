import type { Actor } from "../../shared/changes.ts";
import type { SiteId } from "../../shared/ids.ts";
import type { Endpoint } from "../../shared/vendors.ts";
import { changeSite } from "../changes/change-site.ts";
import type { Deps } from "../deps.ts";
import { dropOwed } from "./deliveries.ts";
import { disableEndpointRow, endpointOf, type EndpointRow } from "./endpoints.ts";

/** Stops deliveries to an endpoint and drops what it is owed; when it is enabled again, it is told the numbers of then. */
export function disableEndpoint(
  deps: Pick<Deps, "sql" | "now" | "wake">,
  siteId: SiteId,
  { id, vendorId }: Pick<EndpointRow, "id" | "vendorId">,
  by: Actor,
  why: NonNullable<Endpoint["disabled"]>,
): Promise<void> {
  return changeSite(deps, siteId, by, {
    read: (tx) => endpointOf(tx, siteId, id),
    decide(_site, endpoint) {
      if (!endpoint || endpoint.disabled) return { news: [], result: undefined };
      return {
        news: [{ type: "endpoint.disabled", data: { vendorId, endpointId: id, why } }],
        write: (tx) => [disableEndpointRow(tx, siteId, id, why), dropOwed(tx, siteId, id)],
        result: undefined,
      };
    },
  });
}
