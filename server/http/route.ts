import type { z } from "zod";
import type { Actor } from "../../shared/changes.ts";
import type { ProblemCode } from "../../shared/problems.ts";
import type { Role } from "../../shared/roles.ts";
import type { Person } from "../access/sessions.ts";
import type { Deps } from "../deps.ts";
import type { Problem } from "../problem.ts";
import type { PartyRow } from "../guests/parties.ts";
import type { SiteHead } from "../sites/sites.ts";
import type { Limit, Suspicion } from "./limits.ts";

/**
 * Who may call a route:
 * - `anyone`: no site, no credentials
 * - `visitor`: a page that the site allows
 * - `guest`: such a page, with a party's personal link
 * - `person`: somebody signed in, on no particular site
 * - a role: a member or API key of the site, with at least this role
 */
export type Who = "anyone" | "visitor" | "guest" | "person" | Role;

interface Callers {
  anyone: object;
  visitor: { site: SiteHead };
  guest: { site: SiteHead; party: PartyRow; by: Actor };
  person: { person: Person };
  viewer: { site: SiteHead; by: Actor; role: Role };
  planner: Callers["viewer"];
  owner: Callers["viewer"];
}

export type Input<W extends Who, Body = undefined, Query = undefined> = Callers[W] & {
  deps: Deps;
  request: Request;
  /** Where the call comes from, as limits count it. */
  address: string;
  /** What the path's `:names` stand for. */
  params: Record<string, string>;
  body: Body;
  query: Query;
};

/** One HTTP route: its contract as data, from which the server, the OpenAPI document and the tests are made. */
export interface Route<W extends Who = Who, Body = unknown, Query = unknown> {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** `/v1/sites/:site/…` where the route is of a site. */
  path: string;
  who: W;
  summary: string;
  tag: string;
  /** JSON that the request carries, at most `bodyLimit` bytes of it. */
  body?: z.ZodType<Body>;
  /** The body comes from a form of a page instead: the values of each field by the field's name. */
  form?: true;
  /** Media types of a body that `run` reads by itself, such as a file. */
  takes?: readonly string[];
  /** Default 64 kB. */
  bodyLimit?: number;
  query?: z.ZodType<Query>;
  /** The personal link may also come as `?rsvp=…`: what a browser opens by itself, such as a file, carries no headers. */
  linkInQuery?: true;
  /** Header that must be there: `Idempotency-Key`. */
  idempotent?: true;
  /** 200, unless the answer says otherwise. */
  status?: number;
  /** Another status that comes with the same kind of answer. */
  otherStatus?: number;
  /** JSON that it answers with; absent: nothing, or what `produces` names. */
  answer?: z.ZodType;
  /** With `accept: text/event-stream` it tells how far it is, and answers in the last event. */
  tells?: true;
  /** 304 to whoever has the answer already. */
  tagged?: true;
  /** Media type of an answer that is not JSON. */
  produces?: string;
  /** Problems of its own, beside those that every route of its kind has. */
  problems?: ProblemCode[];
  /** How often a caller may call it. */
  limits?: Limit[];
  /** When it asks for a proof of work; its `limits` then only keep off a flood. */
  suspicion?: Suspicion;
  /** Tells a person about a problem, as a page; absent: problem+json, for programs. */
  tell?: (problem: Problem, asked: Asked) => Promise<Response>;
  run: (input: Input<W, Body, Query>) => Promise<unknown>;
}

/** What is known of a call, however it went. */
export type Asked = Pick<Input<"anyone">, "deps" | "request" | "params">;

/** A route as the list of all routes holds it: whoever calls it has checked what it takes. */
export type AnyRoute = Omit<Route, "run" | "body" | "query"> & {
  body?: z.ZodType;
  query?: z.ZodType;
  run: (input: Input<Who, unknown, unknown>) => Promise<unknown>;
};

/** States a route; body and query of `run` are typed by their schemas. */
export function route<W extends Who, Body = undefined, Query = undefined>(
  stated: Route<W, Body, Query>,
): AnyRoute {
  return stated as unknown as AnyRoute;
}
