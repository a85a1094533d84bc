import { z } from "zod";
import type { MemberId } from "../../shared/ids.ts";
import { memberChangesSchema, memberSchema, newMemberSchema } from "../../shared/members.ts";
import { type AnyRoute, route } from "../http/route.ts";
import { addMember } from "./add-member.ts";
import { changeMember } from "./change-member.ts";
import { listMembers } from "./list-members.ts";
import { removeMember } from "./remove-member.ts";

const tag = "Members";

export const memberRoutes: AnyRoute[] = [
  route({
    method: "GET",
    path: "/v1/sites/:site/members",
    who: "viewer",
    tag,
    summary: "Who may manage the site; only owners see whole mail addresses",
    answer: z.strictObject({ members: z.array(memberSchema) }),
    run: async ({ deps, site, by, role }) => ({
      members: await listMembers(deps, site.id, { by, role }),
    }),
  }),
  route({
    method: "POST",
    path: "/v1/sites/:site/members",
    who: "owner",
    tag,
    summary: "Let a person manage the site, as soon as it signs in with this address",
    body: newMemberSchema,
    status: 201,
    answer: memberSchema,
    problems: ["member-exists"],
    run: ({ deps, site, by, body }) => addMember(deps, site.id, by, body),
  }),
  route({
    method: "PATCH",
    path: "/v1/sites/:site/members/:member",
    who: "owner",
    tag,
    summary: "Give a member another role",
    body: memberChangesSchema,
    answer: memberSchema,
    problems: ["member-not-found", "last-owner"],
    run: ({ deps, site, by, params, body }) =>
      changeMember(deps, site.id, by, params.member as MemberId, body),
  }),
  route({
    method: "DELETE",
    path: "/v1/sites/:site/members/:member",
    // Everybody may go; that only owners send others away, the verb knows.
    who: "viewer",
    tag,
    summary: "Remove a member; whoever is no owner, only oneself",
    problems: ["not-allowed", "member-not-found", "last-owner"],
    run: ({ deps, site, by, role, params }) =>
      removeMember(deps, site.id, { by, role }, params.member as MemberId),
  }),
];
