import { keyRoutes } from "./access/key-routes.ts";
import { memberRoutes } from "./access/member-routes.ts";
import { signInRoutes } from "./access/sign-in-routes.ts";
import { calendarRoutes } from "./calendar/routes.ts";
import type { Config } from "./config.ts";
import { docsRoutes } from "./docs/routes.ts";
import { linkRoutes } from "./guests/link-routes.ts";
import { noteRoutes } from "./guests/note-routes.ts";
import { partyRoutes } from "./guests/routes.ts";
import { headcountRoutes } from "./headcount/routes.ts";
import { healthRoutes } from "./health/routes.ts";
import type { AnyRoute } from "./http/route.ts";
import { exportRoutes } from "./imports/exporting/routes.ts";
import { importRoutes } from "./imports/routes.ts";
import { liveRoutes } from "./live/routes.ts";
import { plainRoutes } from "./plain/routes.ts";
import { answerRoutes } from "./rsvp/answer-routes.ts";
import { replyRoutes } from "./rsvp/routes.ts";
import { eventRoutes } from "./sites/event-routes.ts";
import { formsScriptFor } from "./sites/forms-for-page.ts";
import { formRoutes } from "./sites/form-routes.ts";
import { siteRoutes } from "./sites/routes.ts";
import { staticRoutes } from "./static/routes.ts";
import { vendorRoutes } from "./vendors/routes.ts";
import { deliveryRoutes } from "./webhooks/delivery-routes.ts";
import { endpointRoutes } from "./webhooks/endpoint-routes.ts";

/** Every route there is: what the server answers, what the documentation shows, what the matrix tests try. */
export function allRoutes(config: Pick<Config, "publicUrl">): AnyRoute[] {
  const routes = [
    ...formRoutes,
    ...plainRoutes,
    ...replyRoutes,
    ...calendarRoutes,
    ...siteRoutes,
    ...eventRoutes,
    ...partyRoutes,
    ...exportRoutes,
    ...linkRoutes,
    ...answerRoutes,
    ...noteRoutes,
    ...importRoutes,
    ...headcountRoutes,
    ...liveRoutes,
    ...vendorRoutes,
    ...endpointRoutes,
    ...deliveryRoutes,
    ...signInRoutes,
    ...memberRoutes,
    ...keyRoutes,
    ...healthRoutes,
    ...staticRoutes({ formsScript: formsScriptFor }),
  ];
  return [...routes, ...docsRoutes(routes, config.publicUrl)];
}
