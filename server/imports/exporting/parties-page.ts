import type { PartyId, SiteId } from "../../../shared/ids.ts";
import type { Query } from "../../database/sql.ts";
import type { GuestWithReplies } from "../../headcount/counted-party.ts";

export interface ExportedPartyRow {
  id: PartyId;
  name: string;
  /** The name as the pages are sorted by it. */
  sortedBy: string;
  contactSealed: Uint8Array;
  /** What the party said, sealed; null: no reply yet. */
  sealed: Uint8Array | null;
  guests: Omit<GuestWithReplies, "partyId">[];
}

/**
 * A page of a site's parties by name, with guests, invitations and replies: one statement. What each has is looked up, not
 * joined: with a plan that was made when the tables were small, a join compares each party with each reply.
 */
export async function partiesPage(
  sql: Query,
  siteId: SiteId,
  { after, most }: { after: { sortedBy: string; id: string }; most: number },
): Promise<ExportedPartyRow[]> {
  return await sql<ExportedPartyRow>`
    select
      parties.party_id as id,
      parties.name,
      lower(parties.name) as sorted_by,
      parties.contact_sealed,
      (
        select sealed
        from saved_replies
        where
          saved_replies.site_id = parties.site_id
          and saved_replies.party_id = parties.party_id
      ) as sealed,
      coalesce((
        select jsonb_agg(
          jsonb_build_object(
            'id', guest_id,
            'kind', kind,
            'name', name,
            'age', age,
            'events', array(
              select event_id
              from invitations
              where invitations.site_id = guests.site_id and invitations.guest_id = guests.guest_id
              order by event_id
            ),
            'replies', coalesce((
              select jsonb_agg(
                jsonb_build_object('eventId', event_id, 'attending', attending, 'meals', meals)
                order by event_id
              )
              from replies
              where replies.site_id = guests.site_id and replies.guest_id = guests.guest_id
            ), '[]')
          )
          order by position, guest_id
        )
        from guests
        where guests.site_id = parties.site_id and guests.party_id = parties.party_id
      ), '[]') as guests
    from parties
    where
      parties.site_id = ${siteId}
      and (lower(parties.name), parties.party_id) > (${after.sortedBy}, ${after.id})
    order by lower(parties.name), parties.party_id
    limit ${most}
  `;
}
