import type { Deps } from "../deps.ts";
import { tagged } from "../http/etag.ts";
import { type AnyRoute, route } from "../http/route.ts";
import { Problem } from "../problem.ts";
import { type BuildFolder, entry, ownBuild } from "./build.ts";
import { createKeptFiles } from "./kept-files.ts";
import { mostAppended } from "./open-packing.ts";
import { type PackedFile, withMore } from "./packed-file.ts";
import { packingFor } from "./packing.ts";
import { within } from "./within.ts";

const tag = "Element";

// The script tag on a couple's page never changes, so its script is asked about again soon.
const soon = "public, max-age=300, must-revalidate";
// These have a hash of their content in their names.
const forEver = "public, max-age=31536000, immutable";
// What was made for one page is nobody else's, and as old as it is when it is asked about.
const own = "private, no-cache";

/** How long the script waits for the database before it goes without the forms. */
const formsWithinMs = 300;
/** Forms are sent as they are: beyond this a request of their own is quicker. */
const mostOfForms = Math.min(16 * 1024, mostAppended);

/** A line of script that gives the element the forms of the sites that a page may carry; nothing where there are none. */
export type FormsScript = (deps: Deps, origin: string) => Promise<string>;

interface Given {
  folder?: BuildFolder;
  formsScript?: FormsScript;
}

/** The element's scripts, as they were built. Any page may load them: what they may do is the server's affair. */
export function staticRoutes(
  { folder = ownBuild, formsScript = () => Promise.resolve("") }: Given = {},
): AnyRoute[] {
  const keptFile = createKeptFiles();

  /** The entry, with what the page that asks for it will want to know next. */
  async function sendEntry(deps: Deps, request: Request): Promise<Response> {
    const file = await folder.file(entry) ?? await missing();
    const origin = request.headers.get("origin");
    const forms = origin === null ? "" : await formsFor(deps, origin);
    if (origin === null || forms === "") {
      return answer(request, file, { "cache-control": soon, "vary": "Accept-Encoding, Origin" });
    }
    const packing = packingFor(request.headers.get("accept-encoding"));
    return answer(
      request,
      file,
      {
        "cache-control": own,
        "vary": "Accept-Encoding, Origin",
        "access-control-allow-origin": origin,
      },
      await withMore(file, new TextEncoder().encode(forms), packing),
    );
  }

  async function formsFor(deps: Deps, origin: string): Promise<string> {
    const asked = formsScript(deps, origin).catch((error) => {
      deps.log("warn", "the script goes without the forms", { error: (error as Error).name });
      return "";
    });
    const script = await within(formsWithinMs, asked, "");
    return script.length > mostOfForms ? "" : script;
  }

  /** Files of the newest build, and those of earlier ones that open pages still ask for. */
  async function sendAsset(deps: Deps, request: Request, name: string): Promise<Response> {
    const path = `assets/${name}`;
    const file = await folder.file(path) ?? await keptFile(deps.sql, path) ?? await missing();
    return answer(request, file, { "cache-control": forEver, "vary": "Accept-Encoding" });
  }

  async function sendPinned(
    deps: Deps,
    request: Request,
    version: string,
    path: string,
  ): Promise<Response> {
    const isNewest = (await folder.build())?.version === version;
    const file = await (isNewest ? folder.file(path) : keptFile(deps.sql, path, version)) ??
      await missing();
    return answer(request, file, { "cache-control": forEver, "vary": "Accept-Encoding" });
  }

  async function missing(): Promise<never> {
    const isBuilt = await folder.file(entry);
    throw new Problem(
      "not-found",
      isBuilt ? undefined : "The element is not built here: run `deno task build`.",
    );
  }

  const script = { method: "GET", who: "anyone", tag, produces: "text/javascript" } as const;
  return [
    route({
      ...script,
      path: `/${entry}`,
      summary:
        "The script that a couple's page loads; for a page that a site allows, with that site's form",
      problems: ["not-found"],
      run: ({ deps, request }) => sendEntry(deps, request),
    }),
    route({
      ...script,
      path: "/assets/:file",
      summary: "What that script loads when it is needed",
      problems: ["not-found"],
      run: ({ deps, request, params }) => sendAsset(deps, request, params.file ?? ""),
    }),
    route({
      ...script,
      path: `/v/:version/${entry}`,
      summary: "The script of one version, which never changes: for subresource integrity",
      problems: ["not-found"],
      run: ({ deps, request, params }) => sendPinned(deps, request, params.version ?? "", entry),
    }),
    route({
      ...script,
      path: "/v/:version/assets/:file",
      summary: "What the script of one version loads when it is needed",
      problems: ["not-found"],
      run: ({ deps, request, params }) =>
        sendPinned(deps, request, params.version ?? "", `assets/${params.file}`),
    }),
    route({
      method: "GET",
      path: "/favicon.ico",
      who: "anyone",
      tag,
      summary: "Browsers ask for it; there is none",
      status: 204,
      run: () =>
        Promise.resolve(
          new Response(null, {
            status: 204,
            headers: { "cache-control": "public, max-age=86400" },
          }),
        ),
    }),
  ];
}

function answer(
  request: Request,
  { type, packed }: PackedFile,
  headers: Record<string, string>,
  sent = packed[packingFor(request.headers.get("accept-encoding"))],
): Response {
  const packing = packingFor(request.headers.get("accept-encoding"));
  const response = new Response(sent.bytes, {
    headers: {
      "content-type": type,
      "access-control-allow-origin": "*",
      ...(packing === "identity" ? {} : { "content-encoding": packing }),
      ...headers,
    },
  });
  return tagged(request, sent.etag, response);
}
