import { randomCharacters } from "../../shared/ids.ts";
import type { Member } from "../../shared/members.ts";
import type { Role } from "../../shared/roles.ts";
import { addApiKey } from "../access/add-api-key.ts";
import { addMember } from "../access/add-member.ts";
import { personOf } from "../access/person.ts";
import type { Person } from "../access/sessions.ts";
import { startSession } from "../access/start-session.ts";
import type { Deps } from "../deps.ts";
import type { SiteHead } from "../sites/sites.ts";
import { asServer } from "./fixtures.ts";

/** The page from which somebody with a session calls: the server's own. */
export const ownPage = "https://rsvp.test";

/** The secret of a new API key, for `call(…, { token })`. */
export async function anApiKey(deps: Deps, site: SiteHead, role: Role): Promise<string> {
  const { secret } = await addApiKey(deps, site.id, asServer, { name: `A ${role}'s key`, role });
  return secret;
}

export interface TestPerson {
  mail: string;
  person: Person;
  /** For `call(…, { headers: { cookie }, origin: ownPage })`. */
  cookie: string;
}

/** Somebody who has signed in and manages nothing yet. */
export async function aPerson(
  deps: Deps,
  mail = `${randomCharacters(12)}@people.example`,
): Promise<TestPerson> {
  const person = await personOf(deps.keys, mail);
  const secret = await startSession(deps.sql, person, deps.now());
  return { mail, person, cookie: `__Host-session=${secret}` };
}

/** Somebody who has signed in and is a member of the site. */
export async function aMember(
  deps: Deps,
  site: SiteHead,
  role: Role,
): Promise<TestPerson & { member: Member }> {
  const somebody = await aPerson(deps);
  const member = await addMember(deps, site.id, asServer, { mail: somebody.mail, role });
  return { ...somebody, member };
}
