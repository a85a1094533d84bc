import { z } from "zod";
import { countedEventSchema, eventInputSchema } from "../../shared/events.ts";
import type { EventId } from "../../shared/ids.ts";
import { type AnyRoute, route } from "../http/route.ts";
import { listEvents } from "./list-events.ts";
import { removeEvent } from "./remove-event.ts";
import { saveCountedEvent } from "./save-event.ts";

const tag = "Events";

export const eventRoutes: AnyRoute[] = [
  route({
    method: "GET",
    path: "/v1/sites/:site/events",
    who: "viewer",
    tag,
    summary: "The events of a site, each with how many attend",
    answer: z.strictObject({ events: z.array(countedEventSchema) }),
    run: async ({ deps, site }) => ({ events: await listEvents(deps, site.id) }),
  }),
  route({
    method: "POST",
    path: "/v1/sites/:site/events",
    who: "planner",
    tag,
    summary: "Add an event; ids of courses and meals that are left out are made",
    body: eventInputSchema,
    status: 201,
    answer: countedEventSchema,
    run: ({ deps, site, by, body }) => saveCountedEvent(deps, site.id, by, { event: body }),
  }),
  route({
    method: "PUT",
    path: "/v1/sites/:site/events/:event",
    who: "planner",
    tag,
    summary: "Replace an event; send the ids of courses and meals that stay",
    body: eventInputSchema,
    answer: countedEventSchema,
    problems: ["event-not-found", "in-use"],
    run: ({ deps, site, by, params, body }) =>
      saveCountedEvent(deps, site.id, by, { eventId: params.event as EventId, event: body }),
  }),
  route({
    method: "DELETE",
    path: "/v1/sites/:site/events/:event",
    who: "planner",
    tag,
    summary: "Remove an event and its invitations, as long as nobody has replied for it",
    problems: ["event-not-found", "event-has-replies"],
    run: ({ deps, site, by, params }) => removeEvent(deps, site.id, by, params.event as EventId),
  }),
];
