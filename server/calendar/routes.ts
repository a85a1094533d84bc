import { z } from "zod";
import { idSchema } from "../../shared/ids.ts";
import { type AnyRoute, route } from "../http/route.ts";
import { readCalendar } from "./read-calendar.ts";

export const calendarRoutes: AnyRoute[] = [
  route({
    method: "GET",
    path: "/v1/sites/:site/party/calendar.ics",
    who: "guest",
    // Phones offer to add events where a plain link leads to such a file, not where a script made one.
    linkInQuery: true,
    tag: "Replies",
    summary: "What the party comes to, for its calendar",
    query: z.strictObject({
      event: idSchema("event").optional().describe("This event alone"),
    }),
    produces: "text/calendar",
    problems: ["nothing-to-attend"],
    limits: [
      { per: "caller", calls: 60, seconds: 60 },
      { per: "address", calls: 600, seconds: 60 },
    ],
    run: async ({ deps, site, party, query }) => {
      const file = await readCalendar(deps, site, party.id, query.event);
      return new Response(file, {
        headers: {
          "content-type": "text/calendar; charset=utf-8",
          "content-disposition": `inline; filename="${site.slug}.ics"`,
          "cache-control": "private, no-store",
        },
      });
    },
  }),
];
