import type { PartyId, SiteId } from "../../shared/ids.ts";
import { gather } from "../database/gather.ts";
import type { Query, Sql, Tx } from "../database/sql.ts";

export interface PartyRow {
  id: PartyId;
  code: string;
  name: string;
  linkVersion: number;
  contactSealed: Uint8Array;
}

export async function partyOf(
  sql: Query,
  siteId: SiteId,
  partyId: PartyId,
): Promise<PartyRow | undefined> {
  const [party] = await sql<PartyRow>`
    select party_id as id, code, name, link_version, contact_sealed
    from parties
    where site_id = ${siteId} and party_id = ${partyId}
  `;
  return party;
}

/** The party on whose cards this code is. Asked for by every request of a guest: those of one moment share a statement. */
export function partyByCode(
  sql: Sql,
  siteId: SiteId,
  code: string,
): Promise<PartyRow | undefined> {
  return partiesByCode(sql, { siteId, code });
}

const partiesByCode = gather<{ siteId: SiteId; code: string }, PartyRow | undefined>({
  async answer(sql, asked) {
    const rows = await sql<PartyRow & { place: number }>`
      select place, party_id as id, parties.code, name, link_version, contact_sealed
      from
        unnest(
          ${asked.map(({ siteId }) => siteId)}::text[],
          ${asked.map(({ code }) => code)}::text[]
        ) with ordinality as asked(site_id, code, place)
        join parties on parties.site_id = asked.site_id and parties.code = asked.code
    `;
    const found = new Map(rows.map(({ place, ...party }) => [place, party]));
    return asked.map((_, index) => ({ status: "fulfilled", value: found.get(index + 1) }));
  },
  most: 64,
});

export interface ListedPartyRow extends PartyRow {
  repliedAt: Date | null;
}

/** A page of a site's parties, in the order of their ids. */
export async function partiesOf(
  sql: Query,
  siteId: SiteId,
  { after, most }: { after: string; most: number },
): Promise<ListedPartyRow[]> {
  return await sql<ListedPartyRow>`
    select
      parties.party_id as id, code, name, link_version, contact_sealed,
      saved_replies.submitted_at as replied_at
    from parties
    left join saved_replies
      on saved_replies.site_id = parties.site_id and saved_replies.party_id = parties.party_id
    where parties.site_id = ${siteId} and parties.party_id > ${after}
    order by parties.party_id
    limit ${most}
  `;
}

export async function partiesWithIds(
  sql: Query,
  siteId: SiteId,
  partyIds: PartyId[],
): Promise<ListedPartyRow[]> {
  return await sql<ListedPartyRow>`
    select
      parties.party_id as id, code, name, link_version, contact_sealed,
      saved_replies.submitted_at as replied_at
    from parties
    left join saved_replies
      on saved_replies.site_id = parties.site_id and saved_replies.party_id = parties.party_id
    where parties.site_id = ${siteId} and parties.party_id = any(${partyIds})
    order by parties.party_id
  `;
}

export interface ContactIndexes {
  mailIndex: Uint8Array | null;
  phoneIndex: Uint8Array | null;
}

export async function insertParty(
  tx: Tx,
  siteId: SiteId,
  party: PartyRow & ContactIndexes,
  createdAt: Date,
): Promise<void> {
  await tx`
    insert into parties (
      site_id, party_id, code, name, link_version, contact_sealed, mail_index, phone_index, created_at
    )
    values (
      ${siteId}, ${party.id}, ${party.code}, ${party.name}, ${party.linkVersion},
      ${party.contactSealed}, ${party.mailIndex}, ${party.phoneIndex}, ${createdAt}
    )
  `;
}

export async function updateParty(
  tx: Tx,
  siteId: SiteId,
  party: Pick<PartyRow, "id" | "name" | "contactSealed"> & ContactIndexes,
): Promise<void> {
  await tx`
    update parties
    set
      name = ${party.name},
      contact_sealed = ${party.contactSealed},
      mail_index = ${party.mailIndex},
      phone_index = ${party.phoneIndex}
    where site_id = ${siteId} and party_id = ${party.id}
  `;
}

/** Personal links of the party that were given out so far stop working, and so does the code that they show. */
export async function replaceCode(
  tx: Tx,
  siteId: SiteId,
  partyId: PartyId,
  code: string,
): Promise<void> {
  await tx`
    update parties
    set code = ${code}, link_version = link_version + 1
    where site_id = ${siteId} and party_id = ${partyId}
  `;
}

export async function deleteParty(tx: Tx, siteId: SiteId, partyId: PartyId): Promise<void> {
  await tx`
    delete from parties
    where site_id = ${siteId} and party_id = ${partyId}
  `;
}

/** Many parties at once, as an import brings them. */
export async function insertParties(
  tx: Tx,
  siteId: SiteId,
  parties: readonly (PartyRow & ContactIndexes)[],
  createdAt: Date,
): Promise<void> {
  if (parties.length === 0) return;
  await tx`
    insert into parties (
      site_id, party_id, code, name, link_version, contact_sealed, mail_index, phone_index, created_at
    )
    select
      ${siteId}, party_id, code, name, link_version, contact_sealed, mail_index, phone_index,
      ${createdAt}::timestamptz
    from unnest(
      ${parties.map(({ id }) => id)}::text[],
      ${parties.map(({ code }) => code)}::text[],
      ${parties.map(({ name }) => name)}::text[],
      ${parties.map(({ linkVersion }) => linkVersion)}::integer[],
      ${parties.map(({ contactSealed }) => contactSealed)}::bytea[],
      ${parties.map(({ mailIndex }) => mailIndex)}::bytea[],
      ${parties.map(({ phoneIndex }) => phoneIndex)}::bytea[]
    ) as added(party_id, code, name, link_version, contact_sealed, mail_index, phone_index)
  `;
}

export async function updateParties(
  tx: Tx,
  siteId: SiteId,
  parties: readonly (Pick<PartyRow, "id" | "name" | "contactSealed"> & ContactIndexes)[],
): Promise<void> {
  if (parties.length === 0) return;
  await tx`
    update parties
    set
      name = changed.name,
      contact_sealed = changed.contact_sealed,
      mail_index = changed.mail_index,
      phone_index = changed.phone_index
    from unnest(
      ${parties.map(({ id }) => id)}::text[],
      ${parties.map(({ name }) => name)}::text[],
      ${parties.map(({ contactSealed }) => contactSealed)}::bytea[],
      ${parties.map(({ mailIndex }) => mailIndex)}::bytea[],
      ${parties.map(({ phoneIndex }) => phoneIndex)}::bytea[]
    ) as changed(party_id, name, contact_sealed, mail_index, phone_index)
    where parties.site_id = ${siteId} and parties.party_id = changed.party_id
  `;
}

/** Rows as they are, sealed, to be put back one day. */
export async function partyRowsWithIds(
  sql: Query,
  siteId: SiteId,
  partyIds: readonly PartyId[],
): Promise<(Pick<PartyRow, "id" | "name" | "contactSealed"> & ContactIndexes)[]> {
  return await sql<Pick<PartyRow, "id" | "name" | "contactSealed"> & ContactIndexes>`
    select party_id as id, name, contact_sealed, mail_index, phone_index
    from parties
    where site_id = ${siteId} and party_id = any(${partyIds})
  `;
}

export async function deleteParties(
  tx: Tx,
  siteId: SiteId,
  partyIds: readonly PartyId[],
): Promise<void> {
  if (partyIds.length === 0) return;
  await tx`
    delete from parties
    where site_id = ${siteId} and party_id = any(${partyIds})
  `;
}
