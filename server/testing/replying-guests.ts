import type { InvitationView } from "../../shared/party.ts";
import type { ProblemBody } from "../../shared/problems.ts";
import type { Deps } from "../deps.ts";
import { replyRoutes } from "../rsvp/routes.ts";
import { aKey, aPartyOf, aWedding, guestAt } from "./fixtures-replies.ts";
import { testApp, type TestCall } from "./test-app.ts";

/** The routes that a guest replies by, and guests who do. */
export function replyingGuests(deps: Deps) {
  const app = testApp(deps, replyRoutes);

  /** A party of one and the call with which its guest sends a reply. */
  async function aGuest(name = "Ana Silva") {
    const wedding = await aWedding(deps);
    const party = await aPartyOf(deps, wedding, [{ name }]);
    const path = `/v1/sites/${wedding.site.slug}/party`;
    const send = <Body = ProblemBody>(body: unknown, { headers, ...more }: TestCall = {}) =>
      app.call<Body>(`PUT ${path}/reply`, {
        token: party.token,
        body,
        ...more,
        headers: { "idempotency-key": aKey(), ...headers },
      });
    const view = async () =>
      (await app.call<InvitationView>(`GET ${path}`, { token: party.token })).body;
    return { ...wedding, party, path, send, view, guestId: guestAt(party, 0) };
  }

  return { app, aGuest };
}
