import type { ImportPreview } from "../../shared/imports.ts";
import type { ProblemBody } from "../../shared/problems.ts";
import { allRoutes } from "../app.ts";
import type { Deps } from "../deps.ts";
import type { SiteHead } from "../sites/sites.ts";
import { anApiKey } from "./fixtures-access.ts";
import { testApp } from "./test-app.ts";

/** What came back: a preview, or a problem. */
export type Told = ImportPreview & ProblemBody;

/** A planner of the site with a file. */
export async function anImporter(deps: Deps, site: SiteHead) {
  const token = await anApiKey(deps, site, "planner");
  const app = testApp(deps, allRoutes(deps.config));
  const path = `/v1/sites/${site.id}/imports`;

  async function upload(
    content: string | Uint8Array<ArrayBuffer>,
    name = "guests.csv",
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: Told }> {
    const form = new FormData();
    form.set("file", new File([content], name));
    const response = await app.fetch(
      new Request(`https://rsvp.test${path}`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, ...headers },
        body: form,
      }),
    );
    return { status: response.status, body: await response.json() };
  }

  const call = <Body = Told>(request: string, body?: unknown) => {
    const [method, rest = ""] = request.split(" ");
    return app.call<Body>(`${method} ${path}${rest}`, {
      token,
      origin: null,
      ...body === undefined ? {} : { body },
    });
  };
  return { ...app, token, path, upload, call };
}
