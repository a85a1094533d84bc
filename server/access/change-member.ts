import type { Actor } from "../../shared/changes.ts";
import type { MemberId, SiteId } from "../../shared/ids.ts";
import type { Member, MemberChanges } from "../../shared/members.ts";
import { changeSite } from "../changes/change-site.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import { checkOwnerLeft } from "./check-owner-left.ts";
import { memberOf } from "./list-members.ts";
import { membersOf, updateRole } from "./members.ts";
import { mailOf } from "./person.ts";

/** Gives a member another role. Problems: `member-not-found`, `last-owner`. */
export function changeMember(
  deps: Pick<Deps, "sql" | "now" | "keys" | "wake">,
  siteId: SiteId,
  by: Actor,
  memberId: MemberId,
  { role }: MemberChanges,
): Promise<Member> {
  return changeSite(deps, siteId, by, {
    read: (tx) => membersOf(tx, siteId),
    async decide(_site, members) {
      const member = members.find(({ id }) => id === memberId);
      if (!member) throw new Problem("member-not-found");
      const result = memberOf({ ...member, role }, await mailOf(deps.keys, member));
      if (member.role === role) return { news: [], result };
      checkOwnerLeft(members, memberId);
      return {
        news: [{ type: "member.changed", data: { memberId, role } }],
        write: (tx) => [updateRole(tx, siteId, memberId, role)],
        result,
      };
    },
  });
}
