import type { GuestId, SiteId } from "../../shared/ids.ts";
import type { Reply } from "../../shared/reply.ts";
import type { Tx } from "../database/sql.ts";

export interface ReplyRow extends Reply {
  guestId: GuestId;
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

/** Replies as they are now; those of other events stay. */
export async function saveReplies(
  tx: Tx,
  siteId: SiteId,
  replies: readonly ReplyRow[],
): Promise<void> {
  if (replies.length === 0) return;
  const rows = replies.map(({ guestId, eventId, attending, meals }) => ({
    guest_id: guestId,
    event_id: eventId,
    attending,
    meals,
  }));
  await tx`
    insert into replies (site_id, guest_id, event_id, attending, meals)
    select ${siteId}, guest_id, event_id, attending, meals
    from jsonb_to_recordset(${rows}) as
      given(guest_id text, event_id text, attending boolean, meals jsonb)
    on conflict (site_id, guest_id, event_id) do update
    set attending = excluded.attending, meals = excluded.meals
  `;
}
