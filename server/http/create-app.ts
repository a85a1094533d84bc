import { Hono } from "hono";
import { randomCharacters } from "../../shared/ids.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import { siteBy, type SiteHead } from "../sites/sites.ts";
import { clientAddress } from "./client-address.ts";
import { checkPage, corsHeaders, preflightHeaders } from "./cors.ts";
import { problemResponse } from "./problem-response.ts";
import type { AnyRoute } from "./route.ts";
import { securityHeaders } from "./security-headers.ts";
import { serveRoute } from "./serve-route.ts";

/** What the HTTP server tells beside the request itself. */
export interface Connection {
  peer: string;
}

type Handler = (request: Request, connection?: Connection) => Promise<Response>;

/** Mounts routes and makes HTTP of what they answer or throw. */
export function createApp(deps: Deps, routes: readonly AnyRoute[]): { fetch: Handler } {
  const app = new Hono<{ Bindings: Connection }>();
  const byPath = Map.groupBy(routes, (route) => route.path);

  for (const [path, alternatives] of byPath) {
    app.all(path, (context) => {
      const request = context.req.raw;
      const params = context.req.param() as Record<string, string>;
      return answer(deps, alternatives, request, params, context.env);
    });
  }
  app.notFound((context) => answer(deps, [], context.req.raw, {}, context.env));

  return {
    fetch: async (request, connection = { peer: "127.0.0.1" }) =>
      await app.fetch(request, connection),
  };
}

async function answer(
  deps: Deps,
  alternatives: readonly AnyRoute[],
  request: Request,
  params: Record<string, string>,
  connection: Connection,
): Promise<Response> {
  const started = performance.now();
  const requestId = `req_${randomCharacters(16)}`;
  const route = alternatives.find((route) => route.method === methodOf(request));
  let site: SiteHead | undefined;
  let response: Response;
  try {
    // PostgreSQL's text cannot hold this character, so nothing has such a name.
    if (Object.values(params).some((name) => name.includes("\0"))) throw new Problem("not-found");
    if (request.method === "OPTIONS" && alternatives.length > 0) {
      site = await preflightSite(deps, alternatives, request, params);
      response = new Response(null, { status: 204, headers: preflightHeaders() });
    } else if (!route) throw new Problem(alternatives.length ? "method-not-allowed" : "not-found");
    else {
      const forwarded = request.headers.get("x-forwarded-for");
      const address = clientAddress(connection.peer, forwarded, deps.config.trustedProxies);
      response = await serveRoute(deps, route, { request, params, address }, (seen) => site = seen);
    }
  } catch (error) {
    response = problemResponse(error, requestId, deps.log);
  }
  if (alternatives.some(isForPages)) {
    setAll(response, corsHeaders(site?.settings.pages, deps.config.publicUrl, request));
  }
  setAll(response, { "x-request-id": requestId, ...securityHeaders(response) });
  if (request.method === "HEAD") response = new Response(null, response);
  deps.log("info", "request", {
    requestId,
    method: request.method,
    // The route's pattern: an address itself may hold a secret.
    route: route?.path ?? alternatives[0]?.path ?? "none",
    status: response.status,
    ms: Math.round(performance.now() - started),
    ...(site ? { site: site.id } : {}),
  });
  return response;
}

function methodOf(request: Request): string {
  return request.method === "HEAD" ? "GET" : request.method;
}

function isForPages({ who }: AnyRoute): boolean {
  return who === "visitor" || who === "guest";
}

/** A preflight is refused like the request it announces; routes that no page may call answer none. */
async function preflightSite(
  deps: Deps,
  alternatives: readonly AnyRoute[],
  request: Request,
  params: Record<string, string>,
): Promise<SiteHead> {
  const asked = request.headers.get("access-control-request-method");
  const route = alternatives.find(({ method }) => method === asked);
  if (!route || !isForPages(route)) throw new Problem("method-not-allowed");
  const site = await siteBy(deps.sql, params.site ?? "");
  if (!site) throw new Problem("site-not-found");
  checkPage(site.settings.pages, deps.config.publicUrl, request);
  return site;
}

function setAll(response: Response, headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
}
