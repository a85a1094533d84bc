import type { InvitationView } from "../../shared/party.ts";
import type { Actor } from "../../shared/changes.ts";
import { guestWith } from "../access/who-calls.ts";
import type { Deps } from "../deps.ts";
import type { PartyRow } from "../guests/parties.ts";
import { viewParty } from "../rsvp/read-party.ts";
import type { SiteHead } from "../sites/sites.ts";

export interface OpenVisit {
  token: string;
  party: PartyRow;
  by: Actor;
  view: InvitationView;
}

/** The invitation that a personal link or a visit opens. Problems: `link-…`, `visit-expired`. */
export async function openVisit(
  deps: Pick<Deps, "sql" | "keys" | "now">,
  site: SiteHead,
  token: string,
): Promise<OpenVisit> {
  const { party, by } = await guestWith(deps, site, token);
  return { token, party, by, view: await viewParty(deps, site, party) };
}
