import type { PartyId } from "../../shared/ids.ts";
import type { InvitationView } from "../../shared/party.ts";
import type { SiteKeys } from "../access/keys.ts";
import type { Deps } from "../deps.ts";
import type { SiteHead } from "../sites/sites.ts";
import { invitationView } from "./invitation-view.ts";
import { type PartyState, partyStateTogether } from "./party-state.ts";
import { savedReply, unsealReply } from "./sealed-reply.ts";

/** The invitation as the party sees it, with what it said before. */
export async function viewParty(
  { sql, now, keys }: Pick<Deps, "sql" | "now" | "keys">,
  site: SiteHead,
  party: { id: PartyId; name: string },
): Promise<InvitationView> {
  const state = await partyStateTogether(sql, site.id, party.id);
  return viewOf(await keys.forSite(site), site, party, state, now());
}

export async function viewOf(
  keys: SiteKeys,
  site: Pick<SiteHead, "settings">,
  party: { id: PartyId; name: string },
  { saved, ...state }: PartyState,
  now: Date,
): Promise<InvitationView> {
  const reply = saved ? savedReply(saved, await unsealReply(keys, saved), state.guests) : null;
  return invitationView({ ...state, party, settings: site.settings, reply, now });
}
