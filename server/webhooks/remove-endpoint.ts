import type { Actor } from "../../shared/changes.ts";
import type { EndpointId, SiteId } from "../../shared/ids.ts";
import { changeSite } from "../changes/change-site.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import { deleteEndpointRow, endpointOf } from "./endpoints.ts";

/** Removes an endpoint with its deliveries. Problems: `endpoint-not-found`. */
export function removeEndpoint(
  deps: Pick<Deps, "sql" | "now" | "wake">,
  siteId: SiteId,
  by: Actor,
  endpointId: EndpointId,
): Promise<void> {
  return changeSite(deps, siteId, by, {
    read: (tx) => endpointOf(tx, siteId, endpointId),
    decide(_site, endpoint) {
      if (!endpoint) throw new Problem("endpoint-not-found");
      const data = { vendorId: endpoint.vendorId, endpointId };
      return {
        news: [{ type: "endpoint.removed", data }],
        write: (tx) => [deleteEndpointRow(tx, siteId, endpointId)],
        result: undefined,
      };
    },
  });
}
