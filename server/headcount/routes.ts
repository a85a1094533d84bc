import { headcountsSchema } from "../../shared/headcount.ts";
import { type AnyRoute, route } from "../http/route.ts";
import { listHeadcounts } from "./list-headcounts.ts";

export const headcountRoutes: AnyRoute[] = [
  route({
    method: "GET",
    path: "/v1/sites/:site/headcount",
    who: "viewer",
    tag: "Headcount",
    summary: "The numbers of every event, all as of one change",
    answer: headcountsSchema,
    run: ({ deps, site }) => listHeadcounts(deps, site.id),
  }),
];
