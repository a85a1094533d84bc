import type { ProblemCode } from "../../shared/problems.ts";
import type { AnyRoute } from "../http/route.ts";

/**
 * Every problem that a route can answer with: its own, and those that come with its kind. Not those that
 * every request can meet: `unexpected`, `database-away` and `stopping`.
 */
export function problemsOf(route: AnyRoute): ProblemCode[] {
  const codes = new Set<ProblemCode>(route.problems);
  const add = (when: unknown, ...more: ProblemCode[]) => {
    if (when) { for (const code of more) codes.add(code); }
  };
  const { who, method } = route;
  const byPage = who === "visitor" || who === "guest";
  const byMember = who === "viewer" || who === "planner" || who === "owner";

  add(route.path.includes("/:site"), "site-not-found");
  add(byPage, "page-not-allowed");
  add(who === "guest", "link-missing", "link-broken", "link-revoked", "visit-expired");
  add(byMember || who === "person", "sign-in-required");
  add((byMember || who === "person") && method !== "GET", "not-same-site");
  add(who === "planner" || who === "owner", "not-allowed");
  add(route.idempotent, "idempotency-key-missing");
  add(route.body, "invalid-json", "unsupported-type", "body-too-large");
  add(route.body || route.query, "invalid-input");
  add(route.suspicion, "proof-needed");
  add(route.limits?.length, "too-many-requests");
  return [...codes];
}
