import { linkInQuery, whoCalls } from "../access/who-calls.ts";
import { trapField } from "../../shared/party.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import { Answer, jsonAnswer } from "./answer.ts";
import { bodyLimitOf } from "./body-limit.ts";
import { checkPage, isForPages } from "./cors.ts";
import { takeLimits } from "./limits.ts";
import { readBody, readFields, readQuery } from "./read-body.ts";
import type { AnyRoute } from "./route.ts";
import { bucketsOf } from "../proofs/buckets.ts";
import { clearCall } from "../proofs/clear-call.ts";
import { countMiss } from "../proofs/count-miss.ts";
import { siteBy, type SiteHead } from "../sites/sites.ts";

const keptByNobody = { "cache-control": "no-store" };

export interface Call {
  request: Request;
  params: Record<string, string>;
  /** As limits count it. */
  address: string;
}

/**
 * One call, in this order: the site, whether the page may ask, how often it asked, who asks, what it says, whether that
 * wants a proof; and only then the verb. `seen` hears of the site as soon as it is known, so that refusals carry the right CORS headers too.
 */
export async function serveRoute(
  deps: Deps,
  route: AnyRoute,
  call: Call,
  seen: (site: SiteHead) => void,
): Promise<Answer | Response> {
  const { request, params, address } = call;
  const mayBePages = isForPages(route);
  const early = mayBePages ? undefined : pace(deps, route, call);
  // Whatever goes wrong before anybody waits for it is told by what went wrong first.
  early?.catch(() => {});
  const site = params.site === undefined ? undefined : await siteFor(deps, route, params.site);
  if (site) seen(site);
  // A page that may not ask uses nothing up, or any page could make the guest who reads it wait.
  if (site && mayBePages) checkPage(site.settings.pages, deps.config.publicUrl, request);
  const pacing = early ?? pace(deps, route, call);
  // A guest is looked up while the limits are counted, in one flight with them; what comes of it counts after them.
  const guest = site && route.who === "guest" ? whoCalls(deps, route, site, request) : undefined;
  guest?.catch(() => {});
  const { wait, waitWithoutProof } = await pacing;
  if (wait > 0) throw new Problem("too-many-requests", undefined, {}, wait);
  if (params.site !== undefined && !site) throw new Problem("site-not-found");

  const caller = await (guest ?? whoCalls(deps, route, site, request));
  if (route.idempotent) checkKey(request);
  const query = route.query && readQuery(request, route.query, route);
  const read = route.form ? readFields : readBody;
  const body = route.body && await read(request, route.body, bodyLimitOf(route));
  const { suspicion } = route;
  if (suspicion && site) {
    const proof = request.headers.get("proof");
    const suspect = { site, address, proof, wait: waitWithoutProof, trapped: isTrapped(body) };
    await clearCall(deps, { ...suspect, route: { ...route, suspicion } });
  }
  try {
    const answer = await route.run({ ...caller, deps, request, address, params, body, query });
    const isWhole = answer instanceof Answer || answer instanceof Response;
    return isWhole ? answer : jsonAnswer(answer, route.status ?? 200, keptByNobody);
  } catch (error) {
    if (suspicion && site) {
      await countMiss(deps, suspicion, nameOf(route), { site, address }, error);
    }
    throw error;
  }
}

/** Members see what is; to guests a site may be a second old. */
function siteFor({ sql, sites }: Deps, { who }: AnyRoute, name: string) {
  return who === "visitor" || who === "guest" ? sites.by(name) : siteBy(sql, name);
}

/** Seconds to wait: in any case, and for whoever brings no proof. */
async function pace(deps: Deps, route: AnyRoute, { request, params, address }: Call) {
  const { limits = [], suspicion } = route;
  if (limits.length === 0 && !suspicion) return { wait: 0, waitWithoutProof: 0 };
  const credential = request.headers.get("authorization") ?? linkInQuery(route, request) ?? address;
  // A site has two names, and two buckets: those of sites are twice as large for whoever knows that.
  const from = { address, credential, site: params.site ?? "" };
  const free = request.headers.has("proof") ? [] : suspicion?.free ?? [];
  const uses = [
    ...bucketsOf("", limits, nameOf(route), from),
    ...bucketsOf("free ", free, nameOf(route), from),
  ];
  const waits = await takeLimits(deps.sql, uses, deps.now());
  return {
    wait: Math.max(0, ...waits.slice(0, limits.length)),
    waitWithoutProof: Math.max(0, ...waits.slice(limits.length)),
  };
}

function nameOf({ method, path }: AnyRoute): string {
  return `${method} ${path}`;
}

function isTrapped(body: unknown): boolean {
  return typeof body === "object" && body !== null && trapField in body && Boolean(body[trapField]);
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
