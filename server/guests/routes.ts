import {
  listedPartiesSchema,
  listedPartySchema,
  partiesQuerySchema,
} from "../../shared/guest-list.ts";
import type { PartyId } from "../../shared/ids.ts";
import {
  guestSchema,
  newGuestSchema,
  newPartySchema,
  partyChangesSchema,
} from "../../shared/party.ts";
import { type AnyRoute, route } from "../http/route.ts";
import { addGuest } from "./add-guest.ts";
import { addParty } from "./add-party.ts";
import { changeParty } from "./change-party.ts";
import { listParties, readListedParty } from "./list-parties.ts";
import { listedParty } from "./listed-party.ts";
import { removeParty } from "./remove-party.ts";

const tag = "Guests";

export const partyRoutes: AnyRoute[] = [
  route({
    method: "GET",
    path: "/v1/sites/:site/parties",
    who: "viewer",
    tag,
    summary: "The guest list, page by page",
    query: partiesQuerySchema,
    answer: listedPartiesSchema,
    run: ({ deps, site, query }) => listParties(deps, site, query),
  }),
  route({
    method: "POST",
    path: "/v1/sites/:site/parties",
    who: "planner",
    tag,
    summary: "Add a party with its guests and their invitations",
    body: newPartySchema,
    status: 201,
    answer: listedPartySchema,
    problems: ["event-not-found"],
    async run({ deps, site, by, body }) {
      const { party, guests } = await addParty(deps, site, by, body);
      return listedParty(await deps.keys.forSite(site), { ...party, repliedAt: null }, guests);
    },
  }),
  route({
    method: "GET",
    path: "/v1/sites/:site/parties/:party",
    who: "viewer",
    tag,
    summary: "One party",
    answer: listedPartySchema,
    problems: ["party-not-found"],
    run: ({ deps, site, params }) => readListedParty(deps, site, params.party as PartyId),
  }),
  route({
    method: "PATCH",
    path: "/v1/sites/:site/parties/:party",
    who: "planner",
    tag,
    summary: "Change a party's name or contact; what is left out stays",
    body: partyChangesSchema,
    answer: listedPartySchema,
    problems: ["party-not-found"],
    run: ({ deps, site, by, params, body }) =>
      changeParty(deps, site, by, params.party as PartyId, body),
  }),
  route({
    method: "DELETE",
    path: "/v1/sites/:site/parties/:party",
    who: "planner",
    tag,
    summary: "Remove a party with its guests and replies",
    problems: ["party-not-found"],
    run: ({ deps, site, by, params }) => removeParty(deps, site, by, params.party as PartyId),
  }),
  route({
    method: "POST",
    path: "/v1/sites/:site/parties/:party/guests",
    who: "planner",
    tag,
    summary: "Add a guest, or an open seat, to a party",
    body: newGuestSchema,
    status: 201,
    answer: guestSchema,
    problems: ["party-not-found", "event-not-found"],
    run: ({ deps, site, by, params, body }) =>
      addGuest(deps, site, by, params.party as PartyId, body),
  }),
];
