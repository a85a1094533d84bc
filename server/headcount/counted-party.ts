import type { Age } from "../../shared/events.ts";
import type { EventId, GuestId, PartyId, SiteId } from "../../shared/ids.ts";
import type { Allergy, Reply } from "../../shared/reply.ts";
import type { Diet } from "../../shared/kitchen.ts";
import type { SiteKeys } from "../access/keys.ts";
import type { Query } from "../database/sql.ts";
import type { CountedGuest } from "./count.ts";

/** A guest with invitations and replies, as one row. */
export interface GuestWithReplies {
  id: GuestId;
  partyId: PartyId;
  kind: "named" | "open";
  name: string | null;
  age: Age;
  events: EventId[];
  replies: Reply[];
}

/** The private part of a party's reply, as far as it counts. */
export interface SealedForKitchen {
  guests: { guestId: GuestId; diets: Diet[]; allergies: Allergy[] }[];
}

/** The guests of a party with all they answered in the clear. */
export function guestsWithReplies(
  sql: Query,
  siteId: SiteId,
  partyId: PartyId,
): Promise<GuestWithReplies[]> {
  return guestsOfPartiesWithReplies(sql, siteId, [partyId]);
}

export async function guestsOfPartiesWithReplies(
  sql: Query,
  siteId: SiteId,
  partyIds: PartyId[],
): Promise<GuestWithReplies[]> {
  return await sql<GuestWithReplies>`
    select
      guest_id as id,
      party_id,
      kind,
      name,
      age,
      array(
        select event_id
        from invitations
        where invitations.site_id = guests.site_id and invitations.guest_id = guests.guest_id
        order by event_id
      ) as events,
      coalesce((
        select jsonb_agg(
          jsonb_build_object('eventId', event_id, 'attending', attending, 'meals', meals)
          order by event_id
        )
        from replies
        where replies.site_id = guests.site_id and replies.guest_id = guests.guest_id
      ), '[]') as replies
    from guests
    where site_id = ${siteId} and party_id = any(${partyIds})
    order by party_id, position, guest_id
  `;
}

/** A page of a site's parties, with the sealed part of what each said. */
export async function partiesWithSealed(
  sql: Query,
  siteId: SiteId,
  { after, most }: { after: string; most: number },
): Promise<{ partyId: PartyId; sealed: Uint8Array | null }[]> {
  return await sql`
    select parties.party_id, saved_replies.sealed
    from parties
    left join saved_replies
      on saved_replies.site_id = parties.site_id and saved_replies.party_id = parties.party_id
    where parties.site_id = ${siteId} and parties.party_id > ${after}
    order by parties.party_id
    limit ${most}
  `;
}

/** The sealed part of what a party said, if it replied. */
export async function sealedOf(
  sql: Query,
  siteId: SiteId,
  partyId: PartyId,
): Promise<Uint8Array | undefined> {
  const [row] = await sql<{ sealed: Uint8Array }>`
    select sealed
    from saved_replies
    where site_id = ${siteId} and party_id = ${partyId}
  `;
  return row?.sealed;
}

/** What the sealed part of a party's reply is sealed for: it opens in no other row. */
export function savedReplyRow(partyId: PartyId): string {
  return `saved_replies|${partyId}`;
}

/** Puts the replies in the clear and the sealed diets and allergies together. */
export function countedGuests(
  guests: readonly GuestWithReplies[],
  kitchen: SealedForKitchen | undefined,
): CountedGuest[] {
  return guests.map(({ id, age, events, replies }) => {
    const sealed = kitchen?.guests.find((guest) => guest.guestId === id);
    return {
      id,
      age,
      events,
      replies,
      diets: sealed?.diets ?? [],
      allergies: sealed?.allergies ?? [],
    };
  });
}

export function unsealKitchen(
  keys: SiteKeys,
  partyId: PartyId,
  sealed: Uint8Array | undefined,
): Promise<SealedForKitchen> | undefined {
  return sealed && keys.unseal(sealed, savedReplyRow(partyId));
}
