import type { EventId, GuestId, PartyId, SiteId } from "../../shared/ids.ts";
import type { Reply } from "../../shared/reply.ts";
import type { Query, Tx } from "../database/sql.ts";

export interface ReplyRow extends Reply {
  guestId: GuestId;
}

/** The replies of a party's guests. */
export async function repliesOf(
  sql: Query,
  siteId: SiteId,
  partyId: PartyId,
): Promise<ReplyRow[]> {
  return await sql<ReplyRow>`
    select replies.guest_id, replies.event_id, replies.attending, replies.meals
    from guests
    join replies
      on replies.site_id = guests.site_id and replies.guest_id = guests.guest_id
    where guests.site_id = ${siteId} and guests.party_id = ${partyId}
  `;
}

/** The party's replies become exactly these. */
export async function replaceReplies(
  tx: Tx,
  siteId: SiteId,
  guestIds: GuestId[],
  replies: ReplyRow[],
): Promise<void> {
  const rows = replies.map(({ guestId, eventId, attending, meals }) => ({
    guest_id: guestId,
    event_id: eventId,
    attending,
    meals,
  }));
  await tx`
    with saved as (
      insert into replies (site_id, guest_id, event_id, attending, meals)
      select ${siteId}, guest_id, event_id, attending, meals
      from jsonb_to_recordset(${rows}) as
        given(guest_id text, event_id text, attending boolean, meals jsonb)
      on conflict (site_id, guest_id, event_id) do update
      set attending = excluded.attending, meals = excluded.meals
    )
    delete from replies
    where
      site_id = ${siteId}
      and guest_id = any(${guestIds})
      and (guest_id, event_id) not in (
        select guest_id, event_id
        from jsonb_to_recordset(${rows}) as given(guest_id text, event_id text)
      )
  `;
}

/** How many replies there are for an event. */
export async function countReplies(
  sql: Query,
  siteId: SiteId,
  eventId: EventId,
): Promise<number> {
  const [row] = await sql<{ replies: number }>`
    select count(*)::integer as replies
    from replies
    where site_id = ${siteId} and event_id = ${eventId}
  `;
  return row?.replies ?? 0;
}
