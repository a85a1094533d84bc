import { sha256 } from "../access/sha256.ts";
import { whoCalls } from "../access/who-calls.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import { bodyLimitOf } from "./body-limit.ts";
import { checkPage } from "./cors.ts";
import { useLimits } from "./limits.ts";
import { readBody, readQuery } from "./read-body.ts";
import type { AnyRoute } from "./route.ts";
import { siteBy, type SiteHead } from "../sites/sites.ts";

export interface Call {
  request: Request;
  params: Record<string, string>;
  /** As limits count it. */
  address: string;
}

/**
 * One call, in this order: the site, whether the page may ask, how often it asked, who asks, what it says; and only then
 * the verb. `seen` hears of the site as soon as it is known, so that refusals carry the right CORS headers too.
 */
export async function serveRoute(
  deps: Deps,
  route: AnyRoute,
  call: Call,
  seen: (site: SiteHead) => void,
): Promise<Response> {
  const { request, params } = call;
  const [site, wait] = await Promise.all([
    params.site === undefined ? undefined : siteBy(deps.sql, params.site),
    waitFor(deps, route, call),
  ]);
  if (site) seen(site);
  if (site && (route.who === "visitor" || route.who === "guest")) {
    checkPage(site.settings.pages, deps.config.publicUrl, request);
  }
  if (wait > 0) throw new Problem("too-many-requests", undefined, {}, wait);
  if (params.site !== undefined && !site) throw new Problem("site-not-found");

  const caller = await whoCalls(deps, route.who, site, request);
  if (route.idempotent) checkKey(request);
  const query = route.query && readQuery(request, route.query);
  const body = route.body &&
    await readBody(request, route.body, bodyLimitOf(route));
  const answer = await route.run({ ...caller, deps, request, params, body, query });
  return answer instanceof Response ? answer : jsonResponse(route, answer);
}

function jsonResponse(route: AnyRoute, answer: unknown): Response {
  const headers = { "cache-control": "no-store" };
  if (answer === undefined) return new Response(null, { status: 204, headers });
  return Response.json(answer, { status: route.status ?? 200, headers });
}

function waitFor(deps: Deps, route: AnyRoute, call: Call): Promise<number> {
  if (!route.limits?.length) return Promise.resolve(0);
  const credential = call.request.headers.get("authorization") ?? call.address;
  const uses = route.limits.map((limit) => ({
    ...limit,
    name: `${limit.per} ${limit.seconds}s ${route.method} ${route.path}`,
    // Not by site: a site has two names, and would be two buckets.
    caller: sha256(limit.per === "address" ? call.address : credential),
  }));
  return useLimits(deps.sql, uses, deps.now());
}

function checkKey(request: Request): void {
  const key = request.headers.get("idempotency-key");
  if (!key || !/^[\w-]{8,64}$/.test(key)) {
    throw new Problem(
      "idempotency-key-missing",
      "Send 8 to 64 letters, digits, - or _; the same for every try of one submission.",
    );
  }
}
