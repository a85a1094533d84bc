import type { WeddingEvent } from "../../shared/events.ts";
import type { EventId, GuestId, PartyId, SiteId } from "../../shared/ids.ts";
import type { Allergy } from "../../shared/reply.ts";
import type { SiteKeys } from "../access/keys.ts";
import type { Query } from "../database/sql.ts";
import { savedReplyRow, type SealedForKitchen } from "./counted-party.ts";

export interface GuestAllergies {
  guestId: GuestId;
  name: string | null;
  /** The events that the guest attends. */
  events: EventId[];
  allergies: Allergy[];
  kitchenNote?: string;
}

interface AttendingRow {
  guestId: GuestId;
  partyId: PartyId;
  name: string | null;
  events: EventId[];
  sealed: Uint8Array;
}

/** Guests who attend one of these events and told the kitchen something. */
export async function allergiesByGuest(
  sql: Query,
  keys: SiteKeys,
  siteId: SiteId,
  events: readonly Pick<WeddingEvent, "id">[],
): Promise<GuestAllergies[]> {
  const rows = await sql<AttendingRow>`
    select
      guests.guest_id, guests.party_id, guests.name, saved_replies.sealed,
      array_agg(replies.event_id order by replies.event_id) as events
    from replies
    join guests
      on guests.site_id = replies.site_id and guests.guest_id = replies.guest_id
    join saved_replies
      on saved_replies.site_id = guests.site_id and saved_replies.party_id = guests.party_id
    where
      replies.site_id = ${siteId}
      and replies.attending
      and replies.event_id = any(${events.map(({ id }) => id)})
    group by guests.guest_id, guests.party_id, guests.name, saved_replies.sealed
    order by guests.guest_id
  `;
  const sealedOf = new Map(rows.map(({ partyId, sealed }) => [partyId, sealed]));
  const opened = new Map(
    await Promise.all(
      [...sealedOf].map(async ([partyId, sealed]) =>
        [partyId, await keys.unseal<Told>(sealed, savedReplyRow(partyId))] as const
      ),
    ),
  );
  return rows.flatMap(({ guestId, partyId, name, events }) => {
    const told = opened.get(partyId)?.guests.find((guest) => guest.guestId === guestId);
    if (!told || (told.allergies.length === 0 && !told.kitchenNote)) return [];
    const { allergies, kitchenNote } = told;
    return [{ guestId, name, events, allergies, ...(kitchenNote ? { kitchenNote } : {}) }];
  });
}

interface Told extends SealedForKitchen {
  guests: (SealedForKitchen["guests"][number] & { kitchenNote?: string })[];
}
