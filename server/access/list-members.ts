import type { Actor } from "../../shared/changes.ts";
import type { SiteId } from "../../shared/ids.ts";
import type { Member } from "../../shared/members.ts";
import type { Role } from "../../shared/roles.ts";
import type { Deps } from "../deps.ts";
import { maskMail } from "./mask-mail.ts";
import { type MemberRow, membersOf } from "./members.ts";
import { mailOf } from "./person.ts";

/** Everybody on a site may know who else is; whole addresses are for owners, and one's own. */
export async function listMembers(
  { sql, keys }: Pick<Deps, "sql" | "keys">,
  siteId: SiteId,
  { by, role }: { by: Actor; role: Role },
): Promise<Member[]> {
  const rows = await membersOf(sql, siteId);
  return await Promise.all(rows.map(async (row) => {
    const mail = await mailOf(keys, row);
    const whole = role === "owner" || (by.kind === "member" && by.memberId === row.id);
    return memberOf(row, whole ? mail : maskMail(mail));
  }));
}

export function memberOf({ id, role, addedAt }: MemberRow, mail: string): Member {
  return { id, mail, role, addedAt: addedAt.toISOString() };
}
