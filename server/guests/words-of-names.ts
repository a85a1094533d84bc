import type { GuestId, PartyId, SiteId } from "../../shared/ids.ts";
import type { Query, Tx } from "../database/sql.ts";

/** The searchable words of guests' names, replacing earlier ones. */
export async function saveWords(
  tx: Tx,
  siteId: SiteId,
  guests: { id: GuestId; words: string[] }[],
): Promise<void> {
  const guestIds = guests.map((guest) => guest.id);
  const rows = guests.flatMap((guest) => guest.words.map((word) => ({ guest_id: guest.id, word })));
  await tx`
    with kept as (
      insert into guest_words (site_id, word, guest_id)
      select distinct ${siteId}, word, guest_id
      from jsonb_to_recordset(${rows}) as spelled(guest_id text, word text)
      on conflict do nothing
    )
    delete from guest_words
    where
      site_id = ${siteId}
      and guest_id = any(${guestIds})
      and (guest_id, word) not in (
        select guest_id, word
        from jsonb_to_recordset(${rows}) as spelled(guest_id text, word text)
      )
  `;
}

/** The searchable words of guests who have none yet. */
export async function insertWords(
  tx: Tx,
  siteId: SiteId,
  guests: readonly { id: GuestId; words: readonly string[] }[],
): Promise<void> {
  const rows = guests.flatMap(({ id, words }) => [...new Set(words)].map((word) => ({ id, word })));
  if (rows.length === 0) return;
  await tx`
    insert into guest_words (site_id, word, guest_id)
    select ${siteId}, word, guest_id
    from unnest(
      ${rows.map(({ id }) => id)}::text[],
      ${rows.map(({ word }) => word)}::text[]
    ) as spelled(guest_id, word)
  `;
}

export interface Candidate {
  guestId: GuestId;
  partyId: PartyId;
  name: string;
}

/** Guests whose names have one of these words. */
export async function guestsWithWords(
  sql: Query,
  siteId: SiteId,
  words: string[],
  most: number,
): Promise<Candidate[]> {
  return await sql<Candidate>`
    select guests.guest_id, guests.party_id, guests.name
    from guests
    join (
      select guest_id, count(*) as hits
      from guest_words
      where site_id = ${siteId} and word = any(${words})
      group by guest_id
      order by hits desc, guest_id
      limit ${most}
    ) as spelled on spelled.guest_id = guests.guest_id
    where guests.site_id = ${siteId} and guests.kind = 'named' and guests.name is not null
    order by spelled.hits desc, guests.guest_id
  `;
}
