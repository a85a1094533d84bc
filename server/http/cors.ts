import { Problem } from "../problem.ts";
import type { AnyRoute } from "./route.ts";

const methods = "GET, POST, PUT, DELETE";
const headers = "authorization, content-type, idempotency-key, last-event-id, proof";
const exposed = "etag, retry-after, x-request-id";

/** Routes that pages of other origins call. All others answer no preflight and tell a browser nothing. */
export function isForPages({ who }: AnyRoute): boolean {
  return who === "visitor" || who === "guest";
}

/**
 * Whether a page may use the form of a site. Patterns are exact origins, or `https://*.ours.example`, which
 * stands for exactly one label. `null`, another port or scheme, a trailing dot or upper case never match.
 */
export function pageAllowed(pages: readonly string[], origin: string): boolean {
  return pages.some((page) => {
    const wildcard = page.indexOf("*.");
    if (wildcard === -1) return page === origin;
    const scheme = page.slice(0, wildcard);
    const rest = page.slice(wildcard + 1);
    if (!origin.startsWith(scheme) || !origin.endsWith(rest)) return false;
    const label = origin.slice(scheme.length, origin.length - rest.length);
    return /^[a-z0-9-]+$/.test(label);
  });
}

/**
 * CORS as enforcement: an Origin that is not listed is refused by the route itself, with no side effect. Requests
 * without Origin come from no page (a native app, curl) and carry no ambient authority: there are no cookies here.
 */
export function checkPage(pages: readonly string[], ownOrigin: string, request: Request): void {
  const origin = request.headers.get("origin");
  if (origin === null || origin === ownOrigin || pageAllowed(pages, origin)) return;
  throw new Problem("page-not-allowed", `${origin} is not on this site's list of pages.`);
}

/** Headers for a page that is allowed; every answer, refusals too, varies by Origin. */
export function corsHeaders(
  pages: readonly string[] | undefined,
  ownOrigin: string,
  request: Request,
): Record<string, string> {
  const origin = request.headers.get("origin");
  const allowed = origin !== null && (origin === ownOrigin || pageAllowed(pages ?? [], origin));
  return {
    vary: "Origin",
    ...(allowed
      ? { "access-control-allow-origin": origin, "access-control-expose-headers": exposed }
      : {}),
  };
}

/**
 * While the database is away nobody knows whose page it is. Any page may hear just that, or the form on a page that is
 * allowed would have to think that it is not.
 */
export function corsWhileAway(): Record<string, string> {
  return {
    vary: "Origin",
    "access-control-allow-origin": "*",
    "access-control-expose-headers": exposed,
  };
}

/** The answer to a preflight from a page that is allowed. */
export function preflightHeaders(): Record<string, string> {
  return {
    "access-control-allow-methods": methods,
    "access-control-allow-headers": headers,
    "access-control-max-age": "7200",
  };
}
