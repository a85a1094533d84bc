import {
  findInvitationSchema,
  foundInvitationSchema,
  invitationViewSchema,
  submittedReplySchema,
  withdrawnReplySchema,
} from "../../shared/party.ts";
import type { ProblemCode } from "../../shared/problems.ts";
import { submissionSchema } from "../../shared/reply.ts";
import type { Limit } from "../http/limits.ts";
import { type AnyRoute, route } from "../http/route.ts";
import { finding } from "../proofs/paces.ts";
import { findInvitation } from "./find-invitation.ts";
import { viewParty } from "./read-party.ts";
import { submitReply } from "./submit-reply.ts";
import { withdrawReply } from "./withdraw-reply.ts";

const tag = "Replies";

// A hotel full of guests may sit behind one address; one party has no reason to be quick.
const reading: Limit[] = [
  { per: "caller", calls: 60, seconds: 60 },
  { per: "address", calls: 600, seconds: 60 },
];
const sending: Limit[] = [
  { per: "caller", calls: 20, seconds: 60 },
  { per: "address", calls: 300, seconds: 60 },
];
/** What a submission can be refused for, whoever sends it. */
export const refusals: ProblemCode[] = [
  "not-your-seat",
  "not-invited",
  "event-full",
  "idempotency-key-reused",
  "unknown-meal",
  "unknown-question",
  "answer-missing",
  "answer-invalid",
  "unsure-not-offered",
  "name-not-open",
];

export const replyRoutes: AnyRoute[] = [
  route({
    method: "POST",
    path: "/v1/sites/:site/find",
    who: "visitor",
    tag,
    summary: "Find an invitation by name, or by the code on the card",
    body: findInvitationSchema,
    answer: foundInvitationSchema,
    problems: ["invitation-not-found", "second-fact-needed"],
    ...finding,
    run: ({ deps, site, body }) => findInvitation(deps, site, body),
  }),
  route({
    method: "GET",
    path: "/v1/sites/:site/party",
    who: "guest",
    tag,
    summary: "The party's invitation, and what it said before",
    answer: invitationViewSchema,
    limits: reading,
    run: ({ deps, site, party }) => viewParty(deps, site, party),
  }),
  route({
    method: "PUT",
    path: "/v1/sites/:site/party/reply",
    who: "guest",
    tag,
    summary: "Reply for the whole party; replaces what it said before",
    idempotent: true,
    body: submissionSchema,
    answer: submittedReplySchema,
    problems: ["replies-closed", ...refusals],
    limits: sending,
    run: ({ deps, site, party, by, body, request }) =>
      submitReply(deps, site, party, { key: keyOf(request), submission: body, by }),
  }),
  route({
    method: "DELETE",
    path: "/v1/sites/:site/party/reply",
    who: "guest",
    tag,
    summary: "Take the reply back: everybody is pending again",
    idempotent: true,
    answer: withdrawnReplySchema,
    problems: ["replies-closed", "idempotency-key-reused"],
    limits: sending,
    run: ({ deps, site, party, by, request }) =>
      withdrawReply(deps, site, party, { key: keyOf(request), by }),
  }),
];

/** The route has made sure that it is there. */
export function keyOf(request: Request): string {
  return request.headers.get("idempotency-key") ?? "";
}
