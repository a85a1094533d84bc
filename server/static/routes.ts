import { tagged } from "../http/etag.ts";
import { type AnyRoute, route } from "../http/route.ts";
import { Problem } from "../problem.ts";
import { packingFor } from "./packing.ts";
import { createShelf } from "./shelf.ts";

const tag = "Element";
const entry = "wedding-rsvp.js";
const builtFolder = new URL("../../dist/", import.meta.url);

// The script tag on a couple's page never changes, so its script is asked about again soon.
const soon = "public, max-age=300, must-revalidate";
// These have a hash of their content in their names.
const forEver = "public, max-age=31536000, immutable";

/** The element's scripts, as they were built into `folder`. Any page may load them: what they may do is the server's affair. */
export function staticRoutes(folder: URL = builtFolder): AnyRoute[] {
  const entries = createShelf(folder);
  const assets = createShelf(new URL("assets/", folder));

  async function sent(request: Request, name: string, shelf = entries): Promise<Response> {
    const file = await shelf(name);
    if (!file) {
      const built = await entries(entry);
      throw new Problem(
        "not-found",
        built ? undefined : "The element is not built here: run `deno task build`.",
      );
    }
    const packing = packingFor(request.headers.get("accept-encoding"));
    const { bytes, etag } = file.packed[packing];
    const response = new Response(bytes, {
      headers: {
        "content-type": file.type,
        "cache-control": shelf === assets ? forEver : soon,
        "vary": "Accept-Encoding",
        "access-control-allow-origin": "*",
        ...(packing === "identity" ? {} : { "content-encoding": packing }),
      },
    });
    return tagged(request, etag, response);
  }

  return [
    route({
      method: "GET",
      path: `/${entry}`,
      who: "anyone",
      tag,
      summary: "The script that a couple's page loads",
      produces: "text/javascript",
      problems: ["not-found"],
      run: ({ request }) => sent(request, entry),
    }),
    route({
      method: "GET",
      path: "/assets/:file",
      who: "anyone",
      tag,
      summary: "What that script loads when it is needed",
      produces: "text/javascript",
      problems: ["not-found"],
      run: ({ request, params }) => sent(request, params.file ?? "", assets),
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
