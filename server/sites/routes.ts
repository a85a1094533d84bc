import { z } from "zod";
import { managedSiteSchema } from "../../shared/members.ts";
import {
  newSiteSchema,
  siteChangesSchema,
  siteSchema,
  siteWithEventsSchema,
} from "../../shared/site.ts";
import { sitesWithMember } from "../access/members.ts";
import { type AnyRoute, route } from "../http/route.ts";
import { changeSiteSettings } from "./change-site-settings.ts";
import { createSite } from "./create-site.ts";
import { eventsOf } from "./events.ts";
import { removeSite } from "./remove-site.ts";
import { siteOf } from "./site-of.ts";

const tag = "Sites";

export const siteRoutes: AnyRoute[] = [
  route({
    method: "GET",
    path: "/v1/sites",
    who: "person",
    tag,
    summary: "The sites that this person manages",
    answer: z.strictObject({ sites: z.array(managedSiteSchema) }),
    run: async ({ deps, person }) => ({
      sites: await sitesWithMember(deps.sql, person.mailIndex),
    }),
  }),
  route({
    method: "POST",
    path: "/v1/sites",
    who: "person",
    tag,
    summary: "Create a site; whoever does is its first owner",
    body: newSiteSchema,
    status: 201,
    answer: siteSchema,
    problems: ["not-allowed", "slug-taken"],
    limits: [{ per: "address", calls: 30, seconds: 3600 }],
    run: async ({ deps, person, body }) => siteOf(await createSite(deps, person, body)),
  }),
  route({
    method: "GET",
    path: "/v1/sites/:site",
    who: "viewer",
    tag,
    summary: "A site with its settings and events",
    answer: siteWithEventsSchema,
    run: async ({ deps, site }) => ({
      ...siteOf(site),
      events: await eventsOf(deps.sql, site.id),
    }),
  }),
  route({
    method: "PATCH",
    path: "/v1/sites/:site",
    who: "planner",
    tag,
    summary: "Change settings; questions and phrases as a whole, what else is left out stays",
    body: siteChangesSchema,
    bodyLimit: 256 * 1024,
    answer: siteSchema,
    problems: ["slug-taken"],
    run: ({ deps, site, by, body }) => changeSiteSettings(deps, site.id, by, body),
  }),
  route({
    method: "DELETE",
    path: "/v1/sites/:site",
    who: "owner",
    tag,
    summary: "Remove a site with all it has; nothing of it can be brought back",
    run: ({ deps, site }) => removeSite(deps, site.id),
  }),
];
