import type { PersonalLink } from "../../shared/guest-list.ts";
import type { PartyId } from "../../shared/ids.ts";
import { personalToken } from "../access/personal-link.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import { hostedPageUrl } from "../sites/hosted-page-url.ts";
import type { SiteHead } from "../sites/sites.ts";
import { partyOf, type PartyRow } from "./parties.ts";

/** What opens a party's invitation. Problems: `party-not-found`. */
export async function readLink(
  deps: Pick<Deps, "sql" | "keys" | "config">,
  site: SiteHead,
  partyId: PartyId,
): Promise<PersonalLink> {
  const party = await partyOf(deps.sql, site.id, partyId);
  if (!party) throw new Problem("party-not-found");
  return linkOf(deps, site, party);
}

export async function linkOf(
  { keys, config }: Pick<Deps, "keys" | "config">,
  site: SiteHead,
  party: Pick<PartyRow, "code" | "linkVersion">,
): Promise<PersonalLink> {
  const token = await personalToken(await keys.forSite(site), party);
  const page = new URL(site.settings.formPage ?? hostedPageUrl(config.publicUrl, site.slug));
  // A fragment reaches no server's log; pages that route by theirs get the token in the query. So does our own page:
  // it logs no addresses, and where no script runs, a fragment would not arrive.
  const isOurs = site.settings.formPage === null;
  if (page.hash === "" && !isOurs) page.hash = `rsvp=${token}`;
  else page.searchParams.set("rsvp", token);
  return { url: page.href, token };
}
