import { embedSchema } from "../../shared/embed.ts";
import { siteFormSchema } from "../../shared/site.ts";
import { etagOf, taggedText } from "../http/etag.ts";
import { type AnyRoute, route } from "../http/route.ts";
import { ownBuild } from "../static/build.ts";
import { keepBuild } from "../static/keep-build.ts";
import { embedCode } from "./embed-code.ts";
import { frameFile } from "./frame-script.ts";
import { readForm } from "./read-form.ts";
import { writtenForm } from "./written-form.ts";

const tag = "Form";

export const formRoutes: AnyRoute[] = [
  route({
    method: "GET",
    path: "/v1/sites/:site/form",
    who: "visitor",
    tag,
    summary: "What everybody may know of a site; 304 to `If-None-Match` while it is the same",
    answer: siteFormSchema,
    tagged: true,
    async run({ deps, site, request }) {
      const { text, etag } = await writtenForm(site, await readForm(deps, site));
      const headers = { "content-type": "application/json", "cache-control": "no-cache" };
      return taggedText(request, etag, text, headers);
    },
  }),
  route({
    method: "GET",
    path: "/v1/sites/:site/embed",
    who: "viewer",
    tag,
    summary: "The code that puts the form on a page",
    answer: embedSchema,
    async run({ deps, site }) {
      const build = await ownBuild.build();
      // What is given away here must be there for ever, though it was built after this server started.
      if (build) await keepBuild(deps, build);
      return embedCode(site, deps.config.publicUrl, build);
    },
  }),
  route({
    method: "GET",
    path: "/frame.js",
    who: "anyone",
    tag,
    summary: "Makes the frame with the server's own page as high as what it shows",
    produces: "text/javascript",
    async run({ request }) {
      const headers = {
        "content-type": "text/javascript; charset=utf-8",
        "cache-control": "public, max-age=300, must-revalidate",
        "access-control-allow-origin": "*",
      };
      return taggedText(request, await etagOf(frameFile), frameFile, headers);
    },
  }),
];
