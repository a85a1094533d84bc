import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import type { SiteHead } from "../sites/sites.ts";
import { type Answer, withHeaders } from "./answer.ts";
import { clientAddress, type Connection } from "./client-address.ts";
import { corsHeaders, corsWhileAway, isForPages, preflightHeaders } from "./cors.ts";
import { preflightSite } from "./preflight-site.ts";
import { problemResponse, understand } from "./problem-response.ts";
import { newRequestId } from "./request-id.ts";
import type { AnyRoute } from "./route.ts";
import { securityHeaders } from "./security-headers.ts";
import { serveRoute } from "./serve-route.ts";

export interface Arrival {
  /** Routes of the path that was asked for; none where nothing is. */
  alternatives: readonly AnyRoute[];
  request: Request;
  params: Record<string, string>;
  connection: Connection;
}

/** Every answer there is: of a route, of a preflight, or a problem; with the headers all have, and a line in the log. */
export async function answerCall(deps: Deps, arrival: Arrival): Promise<Response> {
  const { alternatives, request, params, connection } = arrival;
  const started = performance.now();
  const requestId = newRequestId();
  const method = request.method === "HEAD" ? "GET" : request.method;
  const route = alternatives.find((route) => route.method === method);
  let site: SiteHead | undefined;
  let answer: Answer | Response;
  let away = false;
  try {
    // PostgreSQL's text cannot hold this character, so nothing has such a name.
    if (Object.values(params).some((name) => name.includes("\0"))) throw new Problem("not-found");
    if (method === "OPTIONS" && alternatives.length > 0) {
      site = await preflightSite(deps, alternatives, request, params);
      answer = new Response(null, { status: 204, headers: preflightHeaders() });
    } else if (!route) throw new Problem(alternatives.length ? "method-not-allowed" : "not-found");
    else {
      const forwarded = request.headers.get("x-forwarded-for");
      const address = clientAddress(connection, forwarded, deps.config.trustedProxies);
      answer = await serveRoute(deps, route, { request, params, address }, (seen) => site = seen);
    }
  } catch (error) {
    const problem = understand(error);
    away = problem.code === "database-away" && !site;
    answer = problemResponse(error, requestId, deps.log);
    const told = route?.tell?.(problem, { deps, request, params });
    // Whoever cannot be told by a page either gets what programs get.
    if (told) answer = await told.catch(() => answer);
    // The request that it announces is refused by itself, and a browser lets its page read why.
    if (away && method === "OPTIONS") {
      const headers = { ...preflightHeaders(), "access-control-max-age": "0" };
      answer = new Response(null, { status: 204, headers });
    }
  }
  const mayBePages = route ? isForPages(route) : alternatives.some(isForPages);
  const cors = () =>
    away ? corsWhileAway() : corsHeaders(site?.settings.pages, deps.config.publicUrl, request);
  let response = withHeaders(answer, {
    ...(mayBePages ? cors() : {}),
    ...(answer.status === 405 ? { allow: methodsOf(alternatives) } : {}),
    ...securityHeaders(answer),
    "x-request-id": requestId,
  });
  if (request.method === "HEAD") {
    // A stream would else go on for nobody.
    await response.body?.cancel();
    response = new Response(null, response);
  }
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

function methodsOf(alternatives: readonly AnyRoute[]): string {
  const methods = alternatives.flatMap(({ method }) => method === "GET" ? ["GET", "HEAD"] : method);
  return [...methods, ...(alternatives.some(isForPages) ? ["OPTIONS"] : [])].join(", ");
}
