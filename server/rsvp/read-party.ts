import type { WeddingEvent } from "../../shared/events.ts";
import type { PartyId, SiteId } from "../../shared/ids.ts";
import type { InvitationView } from "../../shared/party.ts";
import type { SiteKeys } from "../access/keys.ts";
import type { Query } from "../database/sql.ts";
import type { Deps } from "../deps.ts";
import { guestsWithReplies, type GuestWithReplies } from "../headcount/counted-party.ts";
import type { Headcounts } from "../headcount/count.ts";
import { headcountsOf } from "../headcount/headcounts.ts";
import { eventsOf } from "../sites/events.ts";
import type { SiteHead } from "../sites/sites.ts";
import { invitationView } from "./invitation-view.ts";
import { savedReplyOf, type SavedReplyRow } from "./saved-replies.ts";
import { savedReply, unsealReply } from "./sealed-reply.ts";

/** Everything that replying of one party touches. */
export interface PartyState {
  events: WeddingEvent[];
  guests: GuestWithReplies[];
  headcounts: Headcounts;
  saved: SavedReplyRow | undefined;
}

/** One flight: the statements travel together. */
export async function readPartyState(
  sql: Query,
  siteId: SiteId,
  partyId: PartyId,
): Promise<PartyState> {
  const [events, guests, headcounts, saved] = await Promise.all([
    eventsOf(sql, siteId),
    guestsWithReplies(sql, siteId, partyId),
    headcountsOf(sql, siteId),
    savedReplyOf(sql, siteId, partyId),
  ]);
  return { events, guests, headcounts, saved };
}

/** The invitation as the party sees it, with what it said before. */
export async function viewParty(
  { sql, now, keys }: Pick<Deps, "sql" | "now" | "keys">,
  site: SiteHead,
  party: { id: PartyId; name: string },
): Promise<InvitationView> {
  const state = await readPartyState(sql, site.id, party.id);
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
