import type { EventId, GuestId, SiteId } from "../../shared/ids.ts";
import type { Tx } from "../database/sql.ts";

/** Each guest is invited to exactly these events: others are taken away, with their replies. */
export async function saveInvitations(
  tx: Tx,
  siteId: SiteId,
  guests: { id: GuestId; events: EventId[] }[],
): Promise<void> {
  const guestIds = guests.map((guest) => guest.id);
  const rows = guests.flatMap((guest) =>
    guest.events.map((eventId) => ({ guest_id: guest.id, event_id: eventId }))
  );
  // One statement would not see its own insertions when it deletes, and need not: the two sets are apart.
  await tx`
    with kept as (
      insert into invitations (site_id, guest_id, event_id)
      select ${siteId}, guest_id, event_id
      from jsonb_to_recordset(${rows}) as invited(guest_id text, event_id text)
      on conflict do nothing
    )
    delete from invitations
    where
      site_id = ${siteId}
      and guest_id = any(${guestIds})
      and (guest_id, event_id) not in (
        select guest_id, event_id
        from jsonb_to_recordset(${rows}) as invited(guest_id text, event_id text)
      )
  `;
}

/** Invitations of guests who have none yet. */
export async function insertInvitations(
  tx: Tx,
  siteId: SiteId,
  guests: readonly { id: GuestId; events: readonly EventId[] }[],
): Promise<void> {
  const rows = guests.flatMap(({ id, events }) => events.map((eventId) => ({ id, eventId })));
  if (rows.length === 0) return;
  await tx`
    insert into invitations (site_id, guest_id, event_id)
    select ${siteId}, guest_id, event_id
    from unnest(
      ${rows.map(({ id }) => id)}::text[],
      ${rows.map(({ eventId }) => eventId)}::text[]
    ) as invited(guest_id, event_id)
  `;
}
