import { embedSchema } from "../../shared/embed.ts";
import { siteFormSchema } from "../../shared/site.ts";
import { etagOf, tagged } from "../http/etag.ts";
import { type AnyRoute, route } from "../http/route.ts";
import { embedCode } from "./embed-code.ts";
import { hostedPage } from "./hosted-page.ts";
import { readForm } from "./read-form.ts";

const tag = "Form";

export const formRoutes: AnyRoute[] = [
  route({
    method: "GET",
    path: "/v1/sites/:site/form",
    who: "visitor",
    tag,
    summary: "What everybody may know of a site; 304 to `If-None-Match` while it is the same",
    answer: siteFormSchema,
    async run({ deps, site, request }) {
      const form = JSON.stringify(await readForm(deps, site));
      const headers = { "content-type": "application/json", "cache-control": "no-cache" };
      return tagged(request, await etagOf(form), new Response(form, { headers }));
    },
  }),
  route({
    method: "GET",
    path: "/v1/sites/:site/embed",
    who: "viewer",
    tag,
    summary: "The code that puts the form on a page",
    answer: embedSchema,
    run: ({ deps, site }) => Promise.resolve(embedCode(site, deps.config.publicUrl)),
  }),
  route({
    method: "GET",
    path: "/r/:name",
    who: "anyone",
    tag,
    summary: "The server's own page with the form, by short name",
    produces: "text/html",
    run: ({ deps, params, request }) =>
      hostedPage(deps, params.name ?? "", request.headers.get("accept-language")),
  }),
];
