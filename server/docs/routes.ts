import { problems } from "../../shared/problems.ts";
import { etagOf, tagged } from "../http/etag.ts";
import { type AnyRoute, route } from "../http/route.ts";
import { Problem } from "../problem.ts";
import { frontPage } from "./front-page.ts";
import { openapiDocument } from "./openapi.ts";
import { docsPage } from "./page.ts";

const tag = "Documentation";
const revalidated = { "cache-control": "no-cache" };

/** Documentation of these routes; it is made once, when it is first asked for. */
export function docsRoutes(routes: readonly AnyRoute[], publicUrl: string): AnyRoute[] {
  const style = once(() => Deno.readTextFile(new URL("page.css", import.meta.url)));
  const document = once(() => Promise.resolve(openapiDocument(routes, { publicUrl })));
  const json = once(async () => await made(JSON.stringify(await document()), "application/json"));
  const page = once(async () => await copied(await docsPage(await document(), await style())));
  const front = once(async () => await copied(await frontPage(await style())));

  return [
    shown("/openapi.json", "This document as OpenAPI 3.1", "application/json", json),
    shown("/docs", "This document, for people", "text/html", page),
    shown("/", "What this server is", "text/html", front),
    route({
      method: "GET",
      path: "/problems/:code",
      who: "anyone",
      tag,
      summary: "Where a problem is explained: the `type` of a problem leads here",
      produces: "text/html",
      problems: ["not-found"],
      run({ params: { code = "" } }) {
        if (!Object.hasOwn(problems, code)) throw new Problem("not-found");
        const headers = { location: `/docs#problem-${code}`, ...revalidated };
        return Promise.resolve(new Response(null, { status: 302, headers }));
      },
    }),
  ];
}

interface Made {
  text: string;
  etag: string;
  headers: HeadersInit;
}

function shown(
  path: string,
  summary: string,
  produces: string,
  content: () => Promise<Made>,
): AnyRoute {
  return route({
    method: "GET",
    path,
    who: "anyone",
    tag,
    summary,
    produces,
    async run({ request }) {
      const { text, etag, headers } = await content();
      return tagged(request, etag, new Response(text, { headers }));
    },
  });
}

async function made(text: string, type: string): Promise<Made> {
  // Anybody's tools may read it, from any page.
  const headers = {
    "content-type": type,
    "access-control-allow-origin": "*",
    ...revalidated,
  };
  return { text, etag: await etagOf(text), headers };
}

async function copied(response: Response): Promise<Made> {
  const text = await response.text();
  return { text, etag: await etagOf(text), headers: response.headers };
}

function once<Result>(make: () => Promise<Result>): () => Promise<Result> {
  let made: Promise<Result> | undefined;
  return () => made ??= make();
}
