import type { GuestId, PartyId } from "../../shared/ids.ts";
import {
  guestChangesSchema,
  guestSchema,
  invitationViewSchema,
  submittedReplySchema,
  withdrawnReplySchema,
} from "../../shared/party.ts";
import { submissionSchema } from "../../shared/reply.ts";
import { type AnyRoute, route } from "../http/route.ts";
import { changeGuest } from "./change-guest.ts";
import { knownParty } from "./known-party.ts";
import { viewParty } from "./read-party.ts";
import { removeGuest } from "./remove-guest.ts";
import { keyOf, refusals } from "./routes.ts";
import { submitReply } from "./submit-reply.ts";
import { withdrawReply } from "./withdraw-reply.ts";

const tag = "Guests";

/** What members do with replies: look, answer for a party, and change guests, whose replies change with them. */
export const answerRoutes: AnyRoute[] = [
  route({
    method: "GET",
    path: "/v1/sites/:site/parties/:party/reply",
    who: "viewer",
    tag,
    summary: "What a party was asked and what it said, allergies too",
    answer: invitationViewSchema,
    problems: ["party-not-found"],
    run: async ({ deps, site, params }) =>
      viewParty(deps, site, await knownParty(deps, site, params.party as PartyId)),
  }),
  route({
    method: "PUT",
    path: "/v1/sites/:site/parties/:party/reply",
    who: "planner",
    tag,
    summary: "Reply on a party's behalf, after the deadline too",
    idempotent: true,
    body: submissionSchema,
    answer: submittedReplySchema,
    problems: ["party-not-found", ...refusals],
    run: async ({ deps, site, by, body, params, request }) =>
      submitReply(deps, site, await knownParty(deps, site, params.party as PartyId), {
        key: keyOf(request),
        submission: body,
        by,
      }),
  }),
  route({
    method: "DELETE",
    path: "/v1/sites/:site/parties/:party/reply",
    who: "planner",
    tag,
    summary: "Take a party's reply back on its behalf",
    idempotent: true,
    answer: withdrawnReplySchema,
    problems: ["party-not-found", "idempotency-key-reused"],
    run: async ({ deps, site, by, params, request }) =>
      withdrawReply(deps, site, await knownParty(deps, site, params.party as PartyId), {
        key: keyOf(request),
        by,
      }),
  }),
  route({
    method: "PATCH",
    path: "/v1/sites/:site/guests/:guest",
    who: "planner",
    tag,
    summary: "Change a guest's name, age or events; what is left out stays",
    body: guestChangesSchema,
    answer: guestSchema,
    problems: ["guest-not-found", "event-not-found"],
    run: ({ deps, site, by, params, body }) =>
      changeGuest(deps, site, by, params.guest as GuestId, body),
  }),
  route({
    method: "DELETE",
    path: "/v1/sites/:site/guests/:guest",
    who: "planner",
    tag,
    summary: "Remove a guest, with replies",
    problems: ["guest-not-found", "last-guest"],
    run: ({ deps, site, by, params }) => removeGuest(deps, site, by, params.guest as GuestId),
  }),
];
