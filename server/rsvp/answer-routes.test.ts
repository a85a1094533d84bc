import assert from "node:assert/strict";
import type { Guest, InvitationView } from "../../shared/party.ts";
import { guestSchema, invitationViewSchema } from "../../shared/party.ts";
import type { ProblemBody } from "../../shared/problems.ts";
import { changesAfter } from "../changes/changes.ts";
import { testDatabase } from "../testing/database.ts";
import { anApiKey } from "../testing/fixtures-access.ts";
import {
  aKey,
  answersOf,
  aPartyOf,
  aWedding,
  guestAt,
  headcountOf,
} from "../testing/fixtures-replies.ts";
import { testApp } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";
import { answerRoutes } from "./answer-routes.ts";
import { replyRoutes } from "./routes.ts";
import type { Submitted } from "./decide-in-turn.ts";

const sql = await testDatabase();
const deps = await testDeps(sql);
const { call } = testApp(deps, [...replyRoutes, ...answerRoutes]);

async function aManagedWedding() {
  const wedding = await aWedding(deps);
  const party = await aPartyOf(deps, wedding, [{ name: "Ana Silva" }, {}]);
  const site = `/v1/sites/${wedding.site.slug}`;
  return {
    ...wedding,
    party,
    address: site,
    reply: `${site}/parties/${party.party.id}/reply`,
    planner: await anApiKey(deps, wedding.site, "planner"),
    viewer: await anApiKey(deps, wedding.site, "viewer"),
  };
}

Deno.test("a planner answers on a party's behalf, and it is marked so", async () => {
  const { site, dinner, party, address, reply, planner, viewer } = await aManagedWedding();
  const submission = {
    guests: [{
      guestId: guestAt(party, 1),
      name: "Jo Pereira",
      replies: [{ eventId: dinner.id, attending: true }],
      allergies: [{ allergen: "milk", severity: "allergy" }],
    }],
  };
  const headers = { "idempotency-key": aKey() };

  const first = await call<Submitted>(`PUT ${reply}`, {
    token: planner,
    body: submission,
    headers,
  });
  const again = await call<Submitted>(`PUT ${reply}`, {
    token: planner,
    body: submission,
    headers,
  });
  const seen = await call<InvitationView>(`GET ${reply}`, { token: viewer });
  const guest = await call<InvitationView>(`GET ${address}/party`, { token: party.token });

  assert.equal(first.status, 200);
  assert.deepEqual(again.body, first.body);
  assert.equal(first.body.reply.by, "member");
  assert.deepEqual(invitationViewSchema.parse(seen.body), seen.body);
  assert.deepEqual(seen.body.reply, first.body.reply);
  assert.deepEqual(seen.body.reply?.guests[1]?.allergies, [
    { allergen: "milk", severity: "allergy" },
  ]);
  assert.deepEqual(guest.body, seen.body);
  const told = (await changesAfter(sql, site.id, 0, 100))
    .filter(({ type }) => type === "reply.submitted");
  assert.deepEqual(told.map(({ by }) => by.kind), ["key"]);
});

Deno.test("what a member wrote down, the party may change, and then it is the party's", async () => {
  const { dinner, party, address, reply, planner } = await aManagedWedding();
  await call(`PUT ${reply}`, {
    token: planner,
    body: answersOf(party, [dinner]),
    headers: { "idempotency-key": aKey() },
  });

  const own = await call<Submitted>(`PUT ${address}/party/reply`, {
    token: party.token,
    body: answersOf(party, [dinner], false),
    headers: { "idempotency-key": aKey() },
  });

  assert.equal(own.body.reply.by, "guest");
});

Deno.test("a planner takes a reply back", async () => {
  const { site, dinner, party, reply, planner } = await aManagedWedding();
  const headers = () => ({ "idempotency-key": aKey() });
  await call(`PUT ${reply}`, {
    token: planner,
    body: answersOf(party, [dinner]),
    headers: headers(),
  });

  const answer = await call<Submitted>(`DELETE ${reply}`, { token: planner, headers: headers() });

  assert.equal(answer.status, 200);
  assert.equal(answer.body.view.reply, null);
  assert.equal((await headcountOf(deps, site, dinner)).pending, 2);
});

Deno.test("viewers look and do not touch; guests and strangers do neither", async () => {
  const { address, dinner, party, reply, viewer } = await aManagedWedding();
  const other = await aManagedWedding();
  const guest = `${address}/guests/${guestAt(party, 0)}`;
  const headers = { "idempotency-key": aKey() };
  const writes: [string, unknown][] = [
    [`PUT ${reply}`, answersOf(party, [dinner])],
    [`DELETE ${reply}`, undefined],
    [`PATCH ${guest}`, { name: "Eve" }],
    [`DELETE ${guest}`, undefined],
  ];

  for (const [request, body] of writes) {
    const looking = await call(request, { token: viewer, body, headers });
    assert.equal(looking.body.code, "not-allowed", request);
    for (const token of [party.token, other.planner]) {
      const stranger = await call(request, { token, body, headers });
      assert.equal(stranger.body.code, "sign-in-required", request);
    }
  }
  assert.equal((await call(`GET ${reply}`, { token: party.token })).status, 401);
  assert.equal((await call(`GET ${reply}`)).body.code, "sign-in-required");
});

Deno.test("a party that is not of this site is not found, and its reply stays", async () => {
  const { address, planner } = await aManagedWedding();
  const other = await aManagedWedding();
  const headers = { "idempotency-key": aKey() };
  const reply = `${address}/parties/${other.party.party.id}/reply`;
  const body = answersOf(other.party, [other.dinner]);

  for (
    const answer of [
      await call(`GET ${reply}`, { token: planner }),
      await call(`PUT ${reply}`, { token: planner, headers, body }),
      await call(`DELETE ${reply}`, { token: planner, headers }),
    ]
  ) {
    assert.equal(answer.status, 404);
    assert.equal(answer.body.code, "party-not-found");
  }
});

Deno.test("a planner changes and removes guests", async () => {
  const { address, dinner, party, planner } = await aManagedWedding();
  const [guest, seat] = [guestAt(party, 0), guestAt(party, 1)];
  const change = <Body = ProblemBody>(request: string, body?: unknown) =>
    call<Body>(`${request}`, { token: planner, body });

  const changed = await change<Guest>(`PATCH ${address}/guests/${guest}`, {
    name: "Ana Reis",
    age: "child",
    events: [dinner.id],
  });
  const removed = await change(`DELETE ${address}/guests/${seat}`);
  const gone = await change(`DELETE ${address}/guests/${seat}`);
  const last = await change(`DELETE ${address}/guests/${guest}`);
  const unknown = await change(`PATCH ${address}/guests/${guest}`, { events: ["event_nowhere"] });
  const nameless = await change(`PATCH ${address}/guests/${guest}`, { name: "" });

  assert.deepEqual(guestSchema.parse(changed.body), {
    id: guest,
    kind: "named",
    name: "Ana Reis",
    age: "child",
    events: [dinner.id],
  });
  assert.equal(removed.status, 204);
  assert.equal(gone.body.code, "guest-not-found");
  assert.equal(last.status, 409);
  assert.equal(last.body.code, "last-guest");
  assert.equal(unknown.body.code, "event-not-found");
  assert.equal(nameless.body.code, "invalid-input");
});
