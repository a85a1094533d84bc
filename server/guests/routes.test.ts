import assert from "node:assert/strict";
import type { ListedParties, ListedParty } from "../../shared/guest-list.ts";
import { listedPartiesSchema, listedPartySchema } from "../../shared/guest-list.ts";
import type { Guest } from "../../shared/party.ts";
import { changesAfter } from "../changes/changes.ts";
import { headcountsOf } from "../headcount/headcounts.ts";
import { recountHeadcounts } from "../headcount/recount-headcounts.ts";
import type { SiteHead } from "../sites/sites.ts";
import { testDatabase } from "../testing/database.ts";
import { anApiKey } from "../testing/fixtures-access.ts";
import {
  answersOf,
  aPartyOf,
  aWedding,
  guestAt,
  headcountOf,
  send,
} from "../testing/fixtures-replies.ts";
import { testApp } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";
import { partyRoutes } from "./routes.ts";
import { guestsWithWords } from "./words-of-names.ts";

const sql = await testDatabase();
const deps = await testDeps(sql);
const { call } = testApp(deps, partyRoutes);

async function aManagedWedding() {
  const wedding = await aWedding(deps);
  return {
    ...wedding,
    parties: `/v1/sites/${wedding.site.slug}/parties`,
    planner: await anApiKey(deps, wedding.site, "planner"),
    viewer: await anApiKey(deps, wedding.site, "viewer"),
  };
}

async function assertCounted(site: SiteHead) {
  const counted = await recountHeadcounts(deps, site);
  for (const [eventId, headcount] of await headcountsOf(sql, site.id)) {
    assert.deepEqual(headcount, counted.get(eventId));
  }
}

Deno.test("a party is added with contact, guests and invitations, and listed", async () => {
  const { site, ceremony, dinner, parties, planner, viewer } = await aManagedWedding();

  const added = await call<ListedParty>(`POST ${parties}`, {
    token: planner,
    body: {
      name: "The Silvas",
      contact: { mail: "ana@mail.example", phone: "+351 912 345 678", address: "Rua 1\nLisboa" },
      guests: [
        { name: "Ana Silva", events: [ceremony.id, dinner.id, dinner.id] },
        { age: "child", events: [dinner.id] },
      ],
    },
  });
  const listed = await call<ListedParties>(`GET ${parties}`, { token: viewer });
  const one = await call<ListedParty>(`GET ${parties}/${added.body.id}`, { token: viewer });

  assert.equal(added.status, 201);
  assert.deepEqual(listedPartySchema.parse(added.body), added.body);
  assert.deepEqual(listed.body, { parties: [added.body], next: null });
  assert.deepEqual(one.body, added.body);
  const { contact, guests, linkVersion, repliedAt } = added.body;
  assert.deepEqual(contact, {
    mail: "ana@mail.example",
    phone: "+351 912 345 678",
    address: "Rua 1 Lisboa",
  });
  assert.deepEqual([linkVersion, repliedAt], [1, null]);
  assert.deepEqual(guests.map(({ kind, name, age }) => [kind, name, age]), [
    ["named", "Ana Silva", "adult"],
    ["open", null, "child"],
  ]);
  assert.equal((await headcountOf(deps, site, dinner)).invited, 2);
  assert.equal((await headcountOf(deps, site, ceremony)).pending, 1);
});

Deno.test("the guest list comes page by page, whole and without repeats", async () => {
  const wedding = await aManagedWedding();
  const { site, dinner, parties, viewer } = wedding;
  const added = await Promise.all(
    Array.from(
      { length: 7 },
      (_, index) => aPartyOf(deps, wedding, [{ name: `Guest ${index}` }, {}]),
    ),
  );
  const replied = added[3];
  assert.ok(replied);
  await send(deps, site, replied, answersOf(replied, [dinner]));

  const pages: ListedParties[] = [];
  for (let after: string | null = ""; after !== null;) {
    const query: string = after ? `?limit=3&after=${after}` : "?limit=3";
    const { body } = await call<ListedParties>(`GET ${parties}${query}`, { token: viewer });
    pages.push(listedPartiesSchema.parse(body));
    after = body.next;
  }

  assert.deepEqual(pages.map((page) => page.parties.length), [3, 3, 1]);
  const all = pages.flatMap((page) => page.parties);
  assert.deepEqual(all.map(({ id }) => id).sort(), added.map(({ party }) => party.id).sort());
  assert.ok(all.every(({ guests }) => guests.length === 2));
  assert.deepEqual(all.filter(({ repliedAt }) => repliedAt).map(({ id }) => id), [
    replied.party.id,
  ]);
});

Deno.test("the list shows neither the code of a card nor what was replied", async () => {
  const wedding = await aManagedWedding();
  const { site, dinner, parties, viewer } = wedding;
  const party = await aPartyOf(deps, wedding);
  await send(deps, site, party, { ...answersOf(party, [dinner]), note: "quandong" });

  const { body } = await call<ListedParties>(`GET ${parties}`, { token: viewer });

  assert.doesNotMatch(JSON.stringify(body), new RegExp(`${party.party.code}|quandong|sealed`, "i"));
});

Deno.test("an exact page at the end of the list has no next", async () => {
  const wedding = await aManagedWedding();
  await aPartyOf(deps, wedding);
  await aPartyOf(deps, wedding);

  const { body } = await call<ListedParties>(`GET ${wedding.parties}?limit=2`, {
    token: wedding.viewer,
  });

  assert.deepEqual([body.parties.length, body.next], [2, null]);
});

Deno.test("a page that cannot be is refused", async () => {
  const { parties, viewer } = await aManagedWedding();

  for (
    const query of ["limit=0", "limit=201", "limit=x", "limit=2.5", "after=guest_1", "sort=name"]
  ) {
    const answer = await call(`GET ${parties}?${query}`, { token: viewer });

    assert.equal(answer.body.code, "invalid-input", query);
  }
});

Deno.test("name and contact of a party change apart, and only what changed is news", async () => {
  const wedding = await aManagedWedding();
  const { site, parties, planner } = wedding;
  const { party } = await aPartyOf(deps, wedding, undefined, { mail: "ana@mail.example" });
  const { length } = await changesAfter(sql, site.id, 0, 100);
  const change = (body: unknown) =>
    call<ListedParty>(`PATCH ${parties}/${party.id}`, { token: planner, body });

  const renamed = await change({ name: "Silva & Reis" });
  const moved = await change({ contact: { phone: "912 345 678" } });
  await change({ name: "Silva & Reis", contact: { phone: "912 345 678" } });
  await change({});

  assert.deepEqual([renamed.body.name, renamed.body.contact.mail], [
    "Silva & Reis",
    "ana@mail.example",
  ]);
  assert.deepEqual([moved.body.name, moved.body.contact], [
    "Silva & Reis",
    { phone: "912 345 678" },
  ]);
  const news = (await changesAfter(sql, site.id, length, 100)).map((
    { type, data },
  ) => [type, data]);
  assert.deepEqual(news, [
    ["party.changed", { partyId: party.id, what: "name" }],
    ["party.changed", { partyId: party.id, what: "contact" }],
  ]);
  // The blind indexes follow: the old mail address is forgotten.
  const [row] = await sql<{ mailIndex: unknown; phoneIndex: unknown }>`
    select mail_index, phone_index
    from parties
    where site_id = ${site.id} and party_id = ${party.id}
  `;
  assert.equal(row?.mailIndex, null);
  assert.ok(row?.phoneIndex);
});

Deno.test("contact data is not readable in the database", async () => {
  const wedding = await aManagedWedding();
  const { party } = await aPartyOf(deps, wedding, undefined, {
    mail: "quandong@mail.example",
    phone: "912 345 678",
  });

  const [row] = await sql<{ everything: string }>`
    select parties::text || encode(contact_sealed, 'escape') as everything
    from parties
    where site_id = ${wedding.site.id} and party_id = ${party.id}
  `;

  assert.doesNotMatch(row?.everything ?? "", /quandong|345.?678/);
  assert.match(row?.everything ?? "", /The Silvas/);
});

Deno.test("a removed party leaves nothing behind but the log", async () => {
  const wedding = await aManagedWedding();
  const { site, dinner, parties, planner } = wedding;
  const party = await aPartyOf(deps, wedding, [{ name: "Ana Silva" }, { name: "Rui Silva" }]);
  const stays = await aPartyOf(deps, wedding, [{ name: "Eva Reis" }]);
  await send(deps, site, stays, answersOf(stays, [dinner]));
  const { changeNumber } = await send(deps, site, party, {
    guests: [{
      guestId: guestAt(party, 0),
      replies: [{ eventId: dinner.id, attending: true }],
      diets: ["vegan"],
    }],
  });

  const removed = await call(`DELETE ${parties}/${party.party.id}`, { token: planner });
  const again = await call(`DELETE ${parties}/${party.party.id}`, { token: planner });

  assert.equal(removed.status, 204);
  assert.equal(again.body.code, "party-not-found");
  const types = (await changesAfter(sql, site.id, changeNumber, 100)).map(({ type }) => type);
  assert.deepEqual(types, [
    "guest.removed",
    "guest.removed",
    "headcount.changed",
    "headcount.changed",
  ]);
  const count = await headcountOf(deps, site, dinner);
  assert.deepEqual([count.invited, count.attending, count.diets], [1, 1, {}]);
  await assertCounted(site);
  assert.deepEqual(await guestsWithWords(sql, site.id, ["ana", "rui"], 10), []);
  const [left] = await sql<{ rows: number }>`
    select (
      (select count(*) from replies where site_id = ${site.id})
      + (select count(*) from saved_replies where site_id = ${site.id})
      + (select count(*) from guests where site_id = ${site.id})
    )::integer as rows
  `;
  assert.equal(left?.rows, 3);
});

Deno.test("a guest is added to a party, last, counted and found", async () => {
  const wedding = await aManagedWedding();
  const { site, dinner, parties, planner } = wedding;
  const { party } = await aPartyOf(deps, wedding, [{ name: "Ana Silva" }]);
  const add = (body: unknown) =>
    call<Guest>(`POST ${parties}/${party.id}/guests`, { token: planner, body });

  const named = await add({ name: "Rui Silva", age: "child", events: [dinner.id] });
  const open = await add({ events: [] });

  assert.equal(named.status, 201);
  assert.deepEqual([open.body.kind, open.body.name], ["open", null]);
  const { body } = await call<ListedParty>(`GET ${parties}/${party.id}`, { token: planner });
  assert.deepEqual(body.guests.map(({ name }) => name), ["Ana Silva", "Rui Silva", null]);
  assert.deepEqual(body.guests[1], named.body);
  assert.equal((await headcountOf(deps, site, dinner)).invited, 2);
  assert.equal((await guestsWithWords(sql, site.id, ["rui"], 10))[0]?.guestId, named.body.id);
  await assertCounted(site);
});

Deno.test("a party takes as many guests as one reply can answer for", async () => {
  const wedding = await aManagedWedding();
  const names = Array.from({ length: 60 }, (_, index) => ({ name: `Guest No${index}` }));
  const { party } = await aPartyOf(deps, wedding, names);

  const answer = await call(`POST ${wedding.parties}/${party.id}/guests`, {
    token: wedding.planner,
    body: { name: "One More", events: [] },
  });

  assert.equal(answer.body.code, "invalid-input");
});

Deno.test("what is not of this site is refused, and viewers change nothing", async () => {
  const [here, there] = [await aManagedWedding(), await aManagedWedding()];
  const { party } = await aPartyOf(deps, here);
  const { party: foreign } = await aPartyOf(deps, there);
  const guest = { name: "Eve", events: [there.dinner.id] };
  const asPlanner: [string, unknown, string][] = [
    [`POST ${here.parties}`, { name: "X", guests: [guest] }, "event-not-found"],
    [`POST ${here.parties}/${party.id}/guests`, guest, "event-not-found"],
    [`POST ${here.parties}/${foreign.id}/guests`, { events: [] }, "party-not-found"],
    [`GET ${here.parties}/${foreign.id}`, undefined, "party-not-found"],
    [`PATCH ${here.parties}/${foreign.id}`, { name: "X" }, "party-not-found"],
    [`DELETE ${here.parties}/${foreign.id}`, undefined, "party-not-found"],
    [`POST ${here.parties}`, { name: "X", guests: [] }, "invalid-input"],
    [`PATCH ${here.parties}/${party.id}`, { contact: { mail: "no mail" } }, "invalid-input"],
  ];
  for (const [request, body, code] of asPlanner) {
    assert.equal((await call(request, { token: here.planner, body })).body.code, code, request);
  }
  const asViewer: [string, unknown][] = [
    [`POST ${here.parties}`, { name: "X", guests: [{ events: [] }] }],
    [`POST ${here.parties}/${party.id}/guests`, { events: [] }],
    [`PATCH ${here.parties}/${party.id}`, { name: "X" }],
    [`DELETE ${here.parties}/${party.id}`, undefined],
  ];
  for (const [request, body] of asViewer) {
    const answer = await call(request, { token: here.viewer, body });
    assert.equal(answer.body.code, "not-allowed", request);
  }
});
