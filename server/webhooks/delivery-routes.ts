import { z } from "zod";
import { type DeliveryId, type EndpointId, idSchema } from "../../shared/ids.ts";
import { instantSchema } from "../../shared/time.ts";
import { attemptSchema, deliverySchema } from "../../shared/vendors.ts";
import { type AnyRoute, route } from "../http/route.ts";
import { Problem } from "../problem.ts";
import { endpointOf } from "./endpoints.ts";
import { deliveriesOf } from "./deliveries.ts";
import { readDelivery, tellDelivery } from "./read-delivery.ts";
import { replayDeliveries, sendTest } from "./send-again.ts";

const tag = "Webhooks";
const replayedSchema = z.strictObject({ replayed: z.int() });

export const deliveryRoutes: AnyRoute[] = [
  route({
    method: "GET",
    path: "/v1/sites/:site/endpoints/:endpoint/deliveries",
    who: "planner",
    tag,
    summary: "An endpoint's deliveries, the newest first",
    query: z.strictObject({
      before: instantSchema.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.strictObject({ deliveries: z.array(deliverySchema) }),
    problems: ["endpoint-not-found"],
    async run({ deps, site, params, query }) {
      const endpointId = params.endpoint as EndpointId;
      if (!await endpointOf(deps.sql, site.id, endpointId)) {
        throw new Problem("endpoint-not-found");
      }
      // A day ahead: deliveries of this moment are in, whatever the clocks say.
      const before = new Date(query.before ?? deps.now().getTime() + 86_400_000);
      const page = { before, most: query.limit };
      const rows = await deliveriesOf(deps.sql, site.id, endpointId, page);
      return { deliveries: rows.map(tellDelivery) };
    },
  }),
  route({
    method: "GET",
    path: "/v1/sites/:site/deliveries/:delivery",
    who: "planner",
    tag,
    summary: "One delivery: what was sent, and every attempt with its answer",
    answer: deliverySchema.extend({
      /** null until the first attempt. */
      body: z.string().nullable(),
      log: z.array(attemptSchema),
    }),
    problems: ["delivery-not-found"],
    run: ({ deps, site, params }) => readDelivery(deps, site, params.delivery as DeliveryId),
  }),
  route({
    method: "POST",
    path: "/v1/sites/:site/endpoints/:endpoint/test",
    who: "planner",
    tag,
    summary: "Send a test delivery",
    status: 202,
    answer: z.strictObject({ id: idSchema("delivery") }),
    problems: ["endpoint-not-found", "endpoint-disabled"],
    async run({ deps, site, params }) {
      return { id: await sendTest(deps, site, params.endpoint as EndpointId) };
    },
  }),
  route({
    method: "POST",
    path: "/v1/sites/:site/endpoints/:endpoint/replay",
    who: "planner",
    tag,
    summary: "Send again one delivery, or all since a moment",
    body: z.union([
      z.strictObject({ delivery: idSchema("delivery") }),
      z.strictObject({ since: instantSchema }),
    ]),
    status: 202,
    answer: replayedSchema,
    problems: ["endpoint-not-found", "endpoint-disabled", "delivery-not-found"],
    async run({ deps, site, params, body }) {
      const which = "delivery" in body ? { id: body.delivery } : { since: new Date(body.since) };
      const endpointId = params.endpoint as EndpointId;
      return { replayed: await replayDeliveries(deps, site, endpointId, which) };
    },
  }),
];
