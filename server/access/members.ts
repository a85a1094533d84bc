import type { MemberId, SiteId } from "../../shared/ids.ts";
import type { Role } from "../../shared/roles.ts";
import type { Query, Tx } from "../database/sql.ts";

export interface MemberRow {
  id: MemberId;
  mailIndex: Uint8Array;
  mailSealed: Uint8Array;
  role: Role;
  addedAt: Date;
}

export async function membersOf(sql: Query, siteId: SiteId): Promise<MemberRow[]> {
  return await sql<MemberRow>`
    select member_id as id, mail_index, mail_sealed, role, added_at
    from members
    where site_id = ${siteId}
    order by added_at, member_id
  `;
}

export async function memberWithMail(
  sql: Query,
  siteId: SiteId,
  mailIndex: Uint8Array,
): Promise<{ id: MemberId; role: Role } | undefined> {
  const [member] = await sql<{ id: MemberId; role: Role }>`
    select member_id as id, role
    from members
    where site_id = ${siteId} and mail_index = ${mailIndex}
  `;
  return member;
}

/** The sites that somebody manages. */
export async function sitesWithMember(
  sql: Query,
  mailIndex: Uint8Array,
): Promise<{ id: SiteId; slug: string; names: string; role: Role }[]> {
  return await sql`
    select sites.site_id as id, slug, settings ->> 'names' as names, role
    from members
    join sites on sites.site_id = members.site_id
    where mail_index = ${mailIndex}
    order by slug
  `;
}

export async function insertMember(tx: Tx, siteId: SiteId, member: MemberRow): Promise<void> {
  await tx`
    insert into members (site_id, member_id, mail_index, mail_sealed, role, added_at)
    values (
      ${siteId}, ${member.id}, ${member.mailIndex}, ${member.mailSealed}, ${member.role},
      ${member.addedAt}
    )
  `;
}

export async function updateRole(
  tx: Tx,
  siteId: SiteId,
  memberId: MemberId,
  role: Role,
): Promise<void> {
  await tx`
    update members
    set role = ${role}
    where site_id = ${siteId} and member_id = ${memberId}
  `;
}

export async function deleteMember(tx: Tx, siteId: SiteId, memberId: MemberId): Promise<void> {
  await tx`
    delete from members
    where site_id = ${siteId} and member_id = ${memberId}
  `;
}
