import assert from "node:assert/strict";
import type { InvitationView } from "../../shared/party.ts";
import {
  invitationViewSchema,
  submittedReplySchema,
  withdrawnReplySchema,
} from "../../shared/party.ts";
import { visitToken } from "../access/personal-link.ts";
import { changesAfter } from "../changes/changes.ts";
import { replaceLink } from "../guests/replace-link.ts";
import { removeParty } from "../guests/remove-party.ts";
import { testDatabase } from "../testing/database.ts";
import { asServer } from "../testing/fixtures.ts";
import { aKey, answersOf, aPartyOf, aWedding, mains, meals } from "../testing/fixtures-replies.ts";
import { testApp } from "../testing/test-app.ts";
import { replyingGuests } from "../testing/replying-guests.ts";
import { testDeps } from "../testing/test-deps.ts";
import { replyRoutes } from "./routes.ts";
import type { Submitted } from "./decide-in-turn.ts";

const sql = await testDatabase();
const deps = await testDeps(sql);
const { app, aGuest } = replyingGuests(deps);

Deno.test("a guest sees the party's own invitation, replies for all, and sees what was saved", async () => {
  const { site, ceremony, dinner, party, path, send, guestId } = await aGuest();

  const before = await app.call<InvitationView>(`GET ${path}`, { token: party.token });
  const answer = await send<Submitted>({
    guests: [{
      guestId,
      replies: [
        { eventId: ceremony.id, attending: true },
        { eventId: dinner.id, attending: true, meals: { [mains]: meals.fish } },
      ],
      diets: ["pescatarian"],
      allergies: [{ allergen: "nuts", severity: "life-threatening", note: "carries a pen" }],
      kitchenNote: "no shellfish stock",
    }],
    note: "Can't wait!",
  });
  const after = await app.call<InvitationView>(`GET ${path}`, { token: party.token });

  assert.equal(before.status, 200);
  assert.deepEqual(invitationViewSchema.parse(before.body), before.body);
  assert.equal(before.body.reply, null);
  assert.deepEqual(before.body.events.map(({ name }) => name), ["Ceremony", "Dinner"]);
  assert.equal(answer.status, 200);
  assert.deepEqual(submittedReplySchema.parse(answer.body), answer.body);
  assert.deepEqual(after.body, answer.body.view);
  assert.deepEqual(after.body.reply, answer.body.reply);
  assert.equal(after.body.reply?.note, "Can't wait!");
  assert.equal(after.body.reply?.guests[0]?.kitchenNote, "no shellfish stock");
  assert.equal(after.body.reply?.by, "guest");
  assert.equal(after.body.reply?.late, false);
  const changes = await changesAfter(sql, site.id, 0, 100);
  assert.equal(changes.at(-1)?.number, answer.body.changeNumber);
  const told = changes.find(({ type }) => type === "reply.submitted");
  assert.equal(told?.number, answer.body.reply.changeNumber);
  assert.deepEqual(told?.by, { kind: "guest", partyId: party.party.id });
});

Deno.test("a withdrawn reply leaves everybody pending and the next one is the first again", async () => {
  const { site, dinner, party, path, send } = await aGuest();
  await send(answersOf(party, [dinner]));

  const withdrawn = await app.call<{ view: InvitationView }>(`DELETE ${path}/reply`, {
    token: party.token,
    headers: { "idempotency-key": aKey() },
  });
  await send(answersOf(party, [dinner]));

  assert.equal(withdrawn.status, 200);
  assert.deepEqual(withdrawnReplySchema.parse(withdrawn.body), withdrawn.body);
  assert.equal(withdrawn.body.view.reply, null);
  const firsts = (await changesAfter(sql, site.id, 0, 100))
    .flatMap((change) => change.type === "reply.submitted" ? change.data.first : []);
  assert.deepEqual(firsts, [true, true]);
});

Deno.test("an unknown site is told, whatever is sent", async () => {
  const { party } = await aGuest();

  const answer = await app.call("PUT /v1/sites/no-such-site/party/reply", {
    token: party.token,
    body: {},
    headers: { "idempotency-key": aKey() },
  });

  assert.equal(answer.status, 404);
  assert.equal(answer.body.code, "site-not-found");
});

Deno.test("an address that no site can have leads nowhere", async () => {
  const answer = await app.call("GET /v1/sites/a%00b/party", { token: "abcd-1.x" });

  assert.equal(answer.status, 404);
  assert.equal(answer.body.code, "not-found");
});

Deno.test("a page that the couple did not list is refused, and nothing is saved", async () => {
  const { dinner, party, send, view } = await aGuest();

  for (const origin of ["https://evil.example", "null", "http://ours.example"]) {
    const answer = await send(answersOf(party, [dinner]), { origin });

    assert.equal(answer.status, 403);
    assert.equal(answer.body.code, "page-not-allowed");
    assert.equal(answer.headers.get("access-control-allow-origin"), null);
  }
  assert.equal((await view()).reply, null);
});

Deno.test("a missing, cut, changed or foreign link opens nothing", async () => {
  const { dinner, party, path, send, view } = await aGuest();
  const other = await aGuest();
  const tokens = {
    cut: party.token.slice(0, -3),
    changed: party.token.replace(/.$/, (last) => last === "A" ? "Q" : "A"),
    "another version": party.token.replace("-1.", "-2."),
    "another site's": other.party.token,
    "no link at all": "hello",
  };

  const missing = await app.call(`GET ${path}`);
  assert.equal(missing.status, 401);
  assert.equal(missing.body.code, "link-missing");
  for (const [kind, token] of Object.entries(tokens)) {
    const answer = await send(answersOf(party, [dinner]), { token });

    assert.equal(answer.status, 401, kind);
    assert.equal(answer.body.code, "link-broken", kind);
  }
  assert.equal((await view()).reply, null);
});

Deno.test("a replaced link, and the link of a removed party, are gone", async () => {
  const replaced = await aGuest();
  const removed = await aGuest();
  const { url: _, token } = await replaceLink(
    deps,
    replaced.site,
    asServer,
    replaced.party.party.id,
  );
  await removeParty(deps, removed.site, asServer, removed.party.party.id);

  for (const { party, dinner, send } of [replaced, removed]) {
    const answer = await send(answersOf(party, [dinner]));

    assert.equal(answer.status, 410);
    assert.equal(answer.body.code, "link-revoked");
  }
  const anew = await replaced.send(answersOf(replaced.party, [replaced.dinner]), { token });
  assert.equal(anew.status, 200);
});

Deno.test("a visit ends after its time, and with the link", async () => {
  const { site, party, path } = await aGuest();
  const keys = await deps.keys.forSite(site);
  const ended = await visitToken(keys, party.party, new Date(Date.now() - 1));
  const running = await visitToken(keys, party.party, new Date(Date.now() + 60_000));

  const late = await app.call(`GET ${path}`, { token: ended });
  const inTime = await app.call(`GET ${path}`, { token: running });
  await replaceLink(deps, site, asServer, party.party.id);
  const revoked = await app.call(`GET ${path}`, { token: running });

  assert.equal(late.status, 401);
  assert.equal(late.body.code, "visit-expired");
  assert.equal(inTime.status, 200);
  assert.equal(revoked.body.code, "link-revoked");
});

Deno.test("a guest who sends too often is asked to wait, and others of the same address are not", async () => {
  const now = new Date("2027-01-01T12:00:00Z");
  const still = await testDeps(sql, { now: () => now });
  const { call } = testApp(still, replyRoutes);
  const wedding = await aWedding(deps);
  const [hasty, patient] = [await aPartyOf(deps, wedding), await aPartyOf(deps, wedding)];
  const read = ({ token }: { token: string }) =>
    call(`GET /v1/sites/${wedding.site.slug}/party`, { token });

  const answers = [];
  for (let times = 0; times < 61; times++) answers.push(await read(hasty));
  const other = await read(patient);

  assert.deepEqual(answers.map(({ status }) => status), [...Array(60).fill(200), 429]);
  assert.equal(answers.at(-1)?.body.code, "too-many-requests");
  assert.equal(answers.at(-1)?.headers.get("retry-after"), "1");
  assert.equal(other.status, 200);
});

Deno.test("a database that is away is told kindly, with when to come back", async () => {
  const { site, party, dinner } = await aGuest();
  const lost = () =>
    Promise.reject(Object.assign(new Error("gone"), { code: "CONNECTION_CLOSED" }));
  const away = Object.assign(lost, { ...sql, begin: lost });
  const { call } = testApp({ ...deps, sql: away }, replyRoutes);

  const answer = await call(`PUT /v1/sites/${site.slug}/party/reply`, {
    token: party.token,
    headers: { "idempotency-key": aKey() },
    body: answersOf(party, [dinner]),
  });

  assert.equal(answer.status, 503);
  assert.equal(answer.body.code, "database-away");
  assert.equal(answer.headers.get("retry-after"), "5");
});

Deno.test("neither a link nor a name is written to the log", async () => {
  const lines: string[] = [];
  const logged = await testDeps(sql, { log: (...line) => lines.push(JSON.stringify(line)) });
  const { site, party, dinner } = await aGuest("Zenobia Quartermain");
  const { call } = testApp(logged, replyRoutes);

  await call(`PUT /v1/sites/${site.slug}/party/reply?rsvp=${party.token}`, {
    token: party.token,
    headers: { "idempotency-key": aKey() },
    body: answersOf(party, [dinner]),
  });

  assert.equal(lines.length, 1);
  assert.doesNotMatch(lines.join(), new RegExp(`Zenobia|${party.party.code}|${site.slug}`));
});
