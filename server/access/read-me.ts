import type { Me } from "../../shared/members.ts";
import type { Deps } from "../deps.ts";
import { mayCreateSites } from "./may-create-sites.ts";
import { sitesWithMember } from "./members.ts";
import { mailOf } from "./person.ts";
import type { Person } from "./sessions.ts";

/** Who is signed in, and which sites this person manages. */
export async function readMe(
  { sql, keys, config }: Pick<Deps, "sql" | "keys" | "config">,
  person: Person,
): Promise<Me> {
  const mail = await mailOf(keys, person);
  const sites = await sitesWithMember(sql, person.mailIndex);
  return { mail, sites, mayCreateSites: mayCreateSites(config, mail) };
}
