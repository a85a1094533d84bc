import type { Actor } from "../../shared/changes.ts";
import type { MemberId, SiteId } from "../../shared/ids.ts";
import type { Role } from "../../shared/roles.ts";
import { changeSite } from "../changes/change-site.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import { checkOwnerLeft } from "./check-owner-left.ts";
import { deleteMember, membersOf } from "./members.ts";

/**
 * Removes a member: an owner may remove anybody, and everybody may go. Problems: `not-allowed`,
 * `member-not-found`, `last-owner`.
 */
export async function removeMember(
  deps: Pick<Deps, "sql" | "now" | "wake">,
  siteId: SiteId,
  { by, role }: { by: Actor; role: Role },
  memberId: MemberId,
): Promise<void> {
  const goes = by.kind === "member" && by.memberId === memberId;
  if (role !== "owner" && !goes) throw new Problem("not-allowed");
  await changeSite(deps, siteId, by, {
    read: (tx) => membersOf(tx, siteId),
    decide(_site, members) {
      if (!members.some(({ id }) => id === memberId)) throw new Problem("member-not-found");
      checkOwnerLeft(members, memberId);
      return {
        news: [{ type: "member.removed", data: { memberId } }],
        write: (tx) => [deleteMember(tx, siteId, memberId)],
        result: undefined,
      };
    },
  });
}
