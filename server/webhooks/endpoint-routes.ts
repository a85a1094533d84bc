import { z } from "zod";
import type { EndpointId, VendorId } from "../../shared/ids.ts";
import { endpointChangesSchema, endpointSchema, newEndpointSchema } from "../../shared/vendors.ts";
import { type AnyRoute, route } from "../http/route.ts";
import { Problem } from "../problem.ts";
import { vendorOf } from "../vendors/vendors.ts";
import { endpointsOf } from "./endpoints.ts";
import { removeEndpoint } from "./remove-endpoint.ts";
import { rotateSecret } from "./rotate-secret.ts";
import { addEndpoint, changeEndpoint, openEndpoint } from "./save-endpoint.ts";

const tag = "Webhooks";

export const endpointRoutes: AnyRoute[] = [
  route({
    method: "GET",
    path: "/v1/sites/:site/vendors/:vendor/endpoints",
    who: "planner",
    tag,
    summary: "The addresses that a vendor's deliveries go to",
    answer: z.strictObject({ endpoints: z.array(endpointSchema) }),
    problems: ["vendor-not-found"],
    async run({ deps, site, params }) {
      const vendorId = params.vendor as VendorId;
      if (!await vendorOf(deps.sql, site.id, vendorId)) throw new Problem("vendor-not-found");
      const keys = await deps.keys.forSite(site);
      const rows = await endpointsOf(deps.sql, site.id, vendorId);
      return { endpoints: await Promise.all(rows.map((row) => openEndpoint(keys, row))) };
    },
  }),
  route({
    method: "POST",
    path: "/v1/sites/:site/vendors/:vendor/endpoints",
    who: "planner",
    tag,
    summary: "Add an address for deliveries; the answer holds the secret that signs them",
    body: newEndpointSchema,
    status: 201,
    answer: endpointSchema.extend({ secret: z.string() }),
    problems: ["vendor-not-found", "address-refused", "subscription-not-granted"],
    run: ({ deps, site, by, params, body }) =>
      addEndpoint(deps, site, by, params.vendor as VendorId, body),
  }),
  route({
    method: "PATCH",
    path: "/v1/sites/:site/endpoints/:endpoint",
    who: "planner",
    tag,
    summary: "Change an endpoint's address or kinds of change; disable it, or enable it again",
    body: endpointChangesSchema,
    answer: endpointSchema,
    problems: ["endpoint-not-found", "address-refused", "subscription-not-granted"],
    run: ({ deps, site, by, params, body }) =>
      changeEndpoint(deps, site, by, params.endpoint as EndpointId, body),
  }),
  route({
    method: "DELETE",
    path: "/v1/sites/:site/endpoints/:endpoint",
    who: "planner",
    tag,
    summary: "Remove an endpoint",
    problems: ["endpoint-not-found"],
    run: ({ deps, site, by, params }) =>
      removeEndpoint(deps, site.id, by, params.endpoint as EndpointId),
  }),
  route({
    method: "POST",
    path: "/v1/sites/:site/endpoints/:endpoint/secret",
    who: "planner",
    tag,
    summary: "Rotate the secret; for a day deliveries carry a signature of each",
    answer: z.strictObject({ secret: z.string(), previousUntil: z.iso.datetime() }),
    problems: ["endpoint-not-found"],
    run: ({ deps, site, by, params }) =>
      rotateSecret(deps, site, by, params.endpoint as EndpointId),
  }),
];
