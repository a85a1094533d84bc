import type { Actor } from "../../shared/changes.ts";
import { newId, type SiteId } from "../../shared/ids.ts";
import type { Member, NewMember } from "../../shared/members.ts";
import { changeSite } from "../changes/change-site.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import { insertMember, memberWithMail } from "./members.ts";
import { personOf } from "./person.ts";

/** Lets a person manage the site, as soon as it signs in with this address. Problems: `member-exists`. */
export async function addMember(
  deps: Pick<Deps, "sql" | "now" | "keys" | "wake">,
  siteId: SiteId,
  by: Actor,
  { mail, role }: NewMember,
): Promise<Member> {
  const id = newId("member");
  const person = await personOf(deps.keys, mail);
  const addedAt = deps.now();
  return changeSite(deps, siteId, by, {
    read: (tx) => memberWithMail(tx, siteId, person.mailIndex),
    decide(_site, known) {
      if (known) throw new Problem("member-exists", undefined, { memberId: known.id });
      return {
        news: [{ type: "member.added", data: { memberId: id, role } }],
        write: (tx) => [insertMember(tx, siteId, { ...person, id, role, addedAt })],
        result: { id, mail, role, addedAt: addedAt.toISOString() },
      };
    },
  });
}
