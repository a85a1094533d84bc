import type { Config } from "./config.ts";
import type { AnyRoute } from "./http/route.ts";
import { liveRoutes } from "./live/routes.ts";
import { vendorRoutes } from "./vendors/routes.ts";
import { deliveryRoutes } from "./webhooks/delivery-routes.ts";
import { endpointRoutes } from "./webhooks/endpoint-routes.ts";

/** Every route there is: what the server answers, what the documentation shows, what the matrix tests try. */
export function allRoutes(_config: Config): AnyRoute[] {
  return [
    ...liveRoutes,
    ...vendorRoutes,
    ...endpointRoutes,
    ...deliveryRoutes,
  ];
}
