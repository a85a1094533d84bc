import type { Actor } from "../../shared/changes.ts";
import { type Role, roles } from "../../shared/roles.ts";
import type { Deps } from "../deps.ts";
import { partyByCode, type PartyRow } from "../guests/parties.ts";
import type { AnyRoute } from "../http/route.ts";
import { Problem } from "../problem.ts";
import type { SiteHead } from "../sites/sites.ts";
import { apiKeyOf } from "./api-keys.ts";
import { memberWithMail } from "./members.ts";
import { fromOwnPage } from "./from-own-page.ts";
import { checkToken, readToken } from "./personal-link.ts";
import { sessionSecretOf } from "./session-cookie.ts";
import { type Person, sessionOf } from "./sessions.ts";
import { sha256 } from "./sha256.ts";

type Asking = Pick<Deps, "sql" | "now" | "keys" | "config">;

export interface Caller {
  site?: SiteHead;
  party?: PartyRow;
  person?: Person;
  by?: Actor;
  role?: Role;
}

/** Finds out who calls and refuses whoever may not: the only way to a verb. */
export async function whoCalls(
  deps: Asking,
  route: Pick<AnyRoute, "who" | "linkInQuery">,
  site: SiteHead | undefined,
  request: Request,
): Promise<Caller> {
  const { who } = route;
  if (who === "anyone") return {};
  if (who === "person") return { person: await personFrom(deps, request) };
  if (!site) throw new Problem("site-not-found");
  if (who === "visitor") return { site };
  if (who === "guest") {
    const link = bearer(request) ?? linkInQuery(route, request);
    return { site, ...await guestWith(deps, site, link) };
  }
  const caller = await memberOf(deps, site, request);
  // Roles stand in order, the mightiest first.
  if (roles.indexOf(caller.role) > roles.indexOf(who)) throw new Problem("not-allowed");
  return { site, ...caller };
}

/** The personal link in a request's address, on routes that take it there. */
export function linkInQuery(
  route: Pick<AnyRoute, "linkInQuery">,
  request: Request,
): string | undefined {
  if (!route.linkInQuery) return undefined;
  return new URL(request.url).searchParams.get("rsvp") ?? undefined;
}

/** The party whose link or visit this token is. Problems: `link-…`, `visit-expired`. */
export async function guestWith(
  { sql, keys, now }: Pick<Asking, "sql" | "keys" | "now">,
  site: SiteHead,
  given: string | undefined,
) {
  if (!given) throw new Problem("link-missing");
  const token = readToken(given);
  if (!token) throw new Problem("link-broken", "The link is incomplete. Was it copied whole?");
  const party = await partyByCode(sql, site.id, token.code);
  await checkToken(await keys.forSite(site), token, party, now());
  if (!party) throw new Problem("link-revoked");
  return { party, by: { kind: "guest", partyId: party.id } as const };
}

/** Whoever sends a key means the key: if it does not work, no cookie stands in for it. */
async function memberOf(
  deps: Asking,
  site: SiteHead,
  request: Request,
): Promise<{ by: Actor; role: Role }> {
  const secret = bearer(request);
  if (secret !== undefined) {
    const key = await apiKeyOf(deps.sql, site.id, sha256(secret), deps.now());
    if (!key) throw new Problem("sign-in-required", "The API key is not one of this site.");
    return { by: { kind: "key", keyId: key.id }, role: key.role };
  }
  const person = await signedIn(deps, request);
  const member = await memberWithMail(deps.sql, site.id, person.mailIndex);
  // Whoever is not a member learns as little as somebody who asks for a site that is not there.
  if (!member) throw new Problem("site-not-found");
  return { by: { kind: "member", memberId: member.id }, role: member.role };
}

async function personFrom(deps: Asking, request: Request): Promise<Person> {
  if (bearer(request) === undefined) return await signedIn(deps, request);
  throw new Problem("sign-in-required", "This is for people: an API key is of one site.");
}

async function signedIn({ sql, now, config }: Asking, request: Request): Promise<Person> {
  const secret = sessionSecretOf(request);
  const person = secret && await sessionOf(sql, sha256(secret), now());
  if (!person) throw new Problem("sign-in-required");
  if (!fromOwnPage(request, config.publicUrl)) throw new Problem("not-same-site");
  return person;
}

/** The Bearer token. Another scheme is none of ours: a proxy's password, say. */
function bearer(request: Request): string | undefined {
  const header = request.headers.get("authorization")?.trim() ?? "";
  return /^bearer$/i.test(header) ? "" : /^bearer\s+(.*)$/i.exec(header)?.[1];
}
