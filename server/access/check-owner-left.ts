import type { MemberId } from "../../shared/ids.ts";
import { Problem } from "../problem.ts";
import type { MemberRow } from "./members.ts";

/** Refuses to leave a site without an owner; for a member who is about to be none. Problems: `last-owner`. */
export function checkOwnerLeft(members: readonly MemberRow[], leaving: MemberId): void {
  const owners = members.filter(({ role }) => role === "owner");
  if (owners.length === 1 && owners[0]?.id === leaving) throw new Problem("last-owner");
}
