import type { GuestId, PartyId, SiteId } from "../../shared/ids.ts";
import type { Guest } from "../../shared/party.ts";
import type { Query, Tx } from "../database/sql.ts";

/** The guests of a party, each with the events it is invited to. */
export async function guestsOf(sql: Query, siteId: SiteId, partyId: PartyId): Promise<Guest[]> {
  return await sql<Guest>`
    select
      guest_id as id,
      kind,
      name,
      age,
      array(
        select event_id
        from invitations
        where invitations.site_id = guests.site_id and invitations.guest_id = guests.guest_id
        order by event_id
      ) as events
    from guests
    where site_id = ${siteId} and party_id = ${partyId}
    order by position, guest_id
  `;
}

/** The guests of several parties. */
export async function guestsOfParties(
  sql: Query,
  siteId: SiteId,
  partyIds: PartyId[],
): Promise<(Guest & { partyId: PartyId })[]> {
  return await sql<Guest & { partyId: PartyId }>`
    select
      party_id,
      guest_id as id,
      kind,
      name,
      age,
      array(
        select event_id
        from invitations
        where invitations.site_id = guests.site_id and invitations.guest_id = guests.guest_id
        order by event_id
      ) as events
    from guests
    where site_id = ${siteId} and party_id = any(${partyIds})
    order by position, guest_id
  `;
}

/** Writes guests as they are now: new ones are added, known ones changed. */
export async function saveGuests(
  tx: Tx,
  siteId: SiteId,
  partyId: PartyId,
  guests: (Guest & { position: number })[],
): Promise<void> {
  const rows = guests.map(({ id, position, kind, name, age }) => ({
    guest_id: id,
    position,
    kind,
    name,
    age,
  }));
  await tx`
    insert into guests (site_id, guest_id, party_id, position, kind, name, age)
    select ${siteId}, guest_id, ${partyId}, position, kind, name, age
    from jsonb_to_recordset(${rows}) as
      saved(guest_id text, position integer, kind text, name text, age text)
    on conflict (site_id, guest_id) do update
    set kind = excluded.kind, name = excluded.name, age = excluded.age
  `;
}

/** Names that guests of a party gave to its open seats. */
export async function nameSeats(
  tx: Tx,
  siteId: SiteId,
  partyId: PartyId,
  seats: { guestId: GuestId; name: string | null }[],
): Promise<void> {
  if (seats.length === 0) return;
  const rows = seats.map(({ guestId, name }) => ({ guest_id: guestId, name }));
  await tx`
    update guests
    set name = seat.name
    from jsonb_to_recordset(${rows}) as seat(guest_id text, name text)
    where
      guests.site_id = ${siteId}
      and guests.party_id = ${partyId}
      and guests.guest_id = seat.guest_id
      and guests.kind = 'open'
  `;
}

export async function deleteGuest(tx: Tx, siteId: SiteId, guestId: GuestId): Promise<void> {
  await tx`
    delete from guests
    where site_id = ${siteId} and guest_id = ${guestId}
  `;
}

/** The position of a guest who is added after all others of the party. */
export async function nextPosition(tx: Tx, siteId: SiteId, partyId: PartyId): Promise<number> {
  const [row] = await tx<{ next: number }>`
    select coalesce(max(position) + 1, 0) as next
    from guests
    where site_id = ${siteId} and party_id = ${partyId}
  `;
  return row?.next ?? 0;
}

export async function partyIdOfGuest(
  sql: Query,
  siteId: SiteId,
  guestId: GuestId,
): Promise<PartyId | undefined> {
  const [guest] = await sql<{ partyId: PartyId }>`
    select party_id
    from guests
    where site_id = ${siteId} and guest_id = ${guestId}
  `;
  return guest?.partyId;
}

export interface GuestRow extends Omit<Guest, "events"> {
  partyId: PartyId;
  position: number;
}

/** Many new guests at once, as an import brings them. */
export async function insertGuests(
  tx: Tx,
  siteId: SiteId,
  guests: readonly GuestRow[],
): Promise<void> {
  if (guests.length === 0) return;
  await tx`
    insert into guests (site_id, guest_id, party_id, position, kind, name, age)
    select ${siteId}, guest_id, party_id, position, kind, name, age
    from unnest(
      ${guests.map(({ id }) => id)}::text[],
      ${guests.map(({ partyId }) => partyId)}::text[],
      ${guests.map(({ position }) => position)}::integer[],
      ${guests.map(({ kind }) => kind)}::text[],
      ${guests.map(({ name }) => name)}::text[],
      ${guests.map(({ age }) => age)}::text[]
    ) as added(guest_id, party_id, position, kind, name, age)
  `;
}

export async function updateGuests(
  tx: Tx,
  siteId: SiteId,
  guests: readonly Pick<Guest, "id" | "kind" | "name" | "age">[],
): Promise<void> {
  if (guests.length === 0) return;
  await tx`
    update guests
    set kind = changed.kind, name = changed.name, age = changed.age
    from unnest(
      ${guests.map(({ id }) => id)}::text[],
      ${guests.map(({ kind }) => kind)}::text[],
      ${guests.map(({ name }) => name)}::text[],
      ${guests.map(({ age }) => age)}::text[]
    ) as changed(guest_id, kind, name, age)
    where guests.site_id = ${siteId} and guests.guest_id = changed.guest_id
  `;
}

export async function deleteGuests(
  tx: Tx,
  siteId: SiteId,
  guestIds: readonly GuestId[],
): Promise<void> {
  if (guestIds.length === 0) return;
  await tx`
    delete from guests
    where site_id = ${siteId} and guest_id = any(${guestIds})
  `;
}

/** The last position in each of these parties. */
export async function lastPositions(
  sql: Query,
  siteId: SiteId,
  partyIds: readonly PartyId[],
): Promise<Map<PartyId, number>> {
  if (partyIds.length === 0) return new Map();
  const rows = await sql<{ partyId: PartyId; last: number }>`
    select party_id, max(position) as last
    from guests
    where site_id = ${siteId} and party_id = any(${partyIds})
    group by party_id
  `;
  return new Map(rows.map(({ partyId, last }) => [partyId, last]));
}
