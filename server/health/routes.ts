import { aliveSchema, readinessSchema } from "../../shared/health.ts";
import { type AnyRoute, route } from "../http/route.ts";
import { checkReadiness } from "./check-readiness.ts";

const tag = "Health";

export const healthRoutes: AnyRoute[] = [
  route({
    method: "GET",
    path: "/healthz",
    who: "anyone",
    tag,
    summary: "Whether this process is alive; asks nobody else",
    answer: aliveSchema,
    run: () => Promise.resolve({ alive: true }),
  }),
  route({
    method: "GET",
    path: "/readyz",
    who: "anyone",
    tag,
    summary: "Whether requests may be sent here: database, migrations, followers; 503 while not",
    answer: readinessSchema,
    otherStatus: 503,
    async run({ deps }) {
      const readiness = await checkReadiness(deps);
      return Response.json(readiness, {
        status: readiness.ready ? 200 : 503,
        headers: {
          "cache-control": "no-store",
          ...(readiness.ready ? {} : { "retry-after": "5" }),
        },
      });
    },
  }),
];
