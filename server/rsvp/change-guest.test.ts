import assert from "node:assert/strict";
import type { GuestId } from "../../shared/ids.ts";
import { changesAfter } from "../changes/changes.ts";
import { guestsWithWords } from "../guests/words-of-names.ts";
import { recountHeadcounts } from "../headcount/recount-headcounts.ts";
import { headcountsOf } from "../headcount/headcounts.ts";
import { saveEvent } from "../sites/save-event.ts";
import type { SiteHead } from "../sites/sites.ts";
import { testDatabase } from "../testing/database.ts";
import { asServer } from "../testing/fixtures.ts";
import {
  answersOf,
  aPartyOf,
  aWedding,
  guestAt,
  headcountOf,
  mains,
  meals,
  send,
} from "../testing/fixtures-replies.ts";
import { refusedAs } from "../testing/refused-as.ts";
import { testDeps } from "../testing/test-deps.ts";
import { changeGuest } from "./change-guest.ts";
import { viewParty } from "./read-party.ts";
import { removeGuest } from "./remove-guest.ts";

const sql = await testDatabase();
const deps = await testDeps(sql);

async function assertCounted(site: SiteHead) {
  assert.deepEqual(await headcountsOf(sql, site.id), await recountHeadcounts(deps, site));
}

async function lastTypes(site: SiteHead, after: number) {
  return (await changesAfter(sql, site.id, after, 100)).map(({ type }) => type);
}

Deno.test("a guest's new name is found, and the old one is not", async () => {
  const wedding = await aWedding(deps);
  const { site } = wedding;
  const guestId = guestAt(await aPartyOf(deps, wedding, [{ name: "Ana Silva" }]), 0);

  const guest = await changeGuest(deps, site, asServer, guestId, { name: "Beatriz Silva" });

  assert.deepEqual([guest.name, guest.kind], ["Beatriz Silva", "named"]);
  const found = async (word: string) =>
    (await guestsWithWords(sql, site.id, [word], 10)).map((candidate) => candidate.guestId);
  assert.deepEqual(await found("ana"), []);
  assert.deepEqual(await found("beatriz"), [guestId]);
});

Deno.test("a seat is named by the couple, and opened again", async () => {
  const wedding = await aWedding(deps);
  const { site, dinner } = wedding;
  const party = await aPartyOf(deps, wedding, [{ name: "Ana Silva" }, {}]);
  const seat = guestAt(party, 1);
  await send(deps, site, party, {
    guests: [{
      guestId: seat,
      name: "Jo",
      replies: [{ eventId: dinner.id, attending: true }],
      diets: ["vegan"],
    }],
  });

  const named = await changeGuest(deps, site, asServer, seat, { name: "Jo Pereira" });
  const open = await changeGuest(deps, site, asServer, seat, { name: null });

  assert.deepEqual([named.kind, named.name], ["named", "Jo Pereira"]);
  assert.deepEqual([open.kind, open.name], ["open", null]);
  // Whoever sits there, the seat's reply stands.
  const { reply } = await viewParty(deps, site, party.party);
  assert.deepEqual(reply?.guests[1]?.diets, ["vegan"]);
  assert.equal(reply?.guests[1]?.name, undefined);
  assert.equal((await headcountOf(deps, site, dinner)).attending, 1);
  assert.deepEqual(await guestsWithWords(sql, site.id, ["jo", "pereira"], 10), []);
  await assertCounted(site);
});

Deno.test("replies to events that a guest is no longer invited to go, and the counts with them", async () => {
  const wedding = await aWedding(deps);
  const { site, ceremony, dinner } = wedding;
  const party = await aPartyOf(deps, wedding, [{ name: "Ana Silva" }, { name: "Rui Silva" }]);
  const { changeNumber } = await send(deps, site, party, answersOf(party, [ceremony, dinner]));

  const guest = await changeGuest(deps, site, asServer, guestAt(party, 0), {
    events: [ceremony.id, ceremony.id],
  });

  assert.deepEqual(guest.events, [ceremony.id]);
  const { reply } = await viewParty(deps, site, party.party);
  assert.deepEqual(reply?.guests[0]?.replies.map(({ eventId }) => eventId), [ceremony.id]);
  assert.equal((await headcountOf(deps, site, dinner)).invited, 1);
  assert.equal((await headcountOf(deps, site, dinner)).attending, 1);
  assert.equal((await headcountOf(deps, site, ceremony)).attending, 2);
  assert.deepEqual(await lastTypes(site, changeNumber), ["guest.changed", "headcount.changed"]);
  await assertCounted(site);

  // Invited again, the guest is asked again.
  await changeGuest(deps, site, asServer, guestAt(party, 0), { events: [dinner.id] });
  assert.equal((await headcountOf(deps, site, dinner)).pending, 1);
  await assertCounted(site);
});

Deno.test("a new age moves the counts and drops meals that it may not have", async () => {
  const wedding = await aWedding(deps);
  const { site, dinner } = wedding;
  const party = await aPartyOf(deps, wedding, [{ name: "Ana Silva" }, { name: "Rui Silva" }]);
  await send(deps, site, party, {
    guests: [meals.roast, meals.fish].map((meal, at) => ({
      guestId: guestAt(party, at),
      replies: [{ eventId: dinner.id, attending: true, meals: { [mains]: meal } }],
      allergies: [{ allergen: "nuts" as const, severity: "allergy" as const }],
    })),
  });

  await changeGuest(deps, site, asServer, guestAt(party, 0), { age: "child" });
  await changeGuest(deps, site, asServer, guestAt(party, 1), { age: "child" });

  const count = await headcountOf(deps, site, dinner);
  assert.deepEqual([count.attending, count.adults, count.children], [2, 0, 2]);
  assert.deepEqual(count.meals, { [mains]: { [meals.fish]: 1 } });
  assert.deepEqual(count.allergies, { nuts: { allergy: 2 } });
  const { reply } = await viewParty(deps, site, party.party);
  assert.deepEqual(reply?.guests[0]?.replies[0]?.meals, {});
  await assertCounted(site);

  // What the server shows as saved, it takes again.
  assert.ok(reply);
  const { guests, answers } = reply;
  await send(deps, site, party, { guests, answers });
});

Deno.test("a meal that the menu has since closed to the guest's age goes only with the age", async () => {
  const wedding = await aWedding(deps);
  const { site, dinner } = wedding;
  const party = await aPartyOf(deps, wedding, [{ name: "Ana Silva" }]);
  await send(deps, site, party, {
    guests: [{
      guestId: guestAt(party, 0),
      replies: [{ eventId: dinner.id, attending: true, meals: { [mains]: meals.roast } }],
    }],
  });
  const { id, ...event } = dinner;
  const courses = event.courses.map((course) => ({
    ...course,
    meals: course.meals.map((meal) => ({ ...meal, for: "child" as const })),
  }));
  await saveEvent(deps, site.id, asServer, { eventId: id, event: { ...event, courses } });

  await changeGuest(deps, site, asServer, guestAt(party, 0), { name: "Ana Reis" });

  const { reply } = await viewParty(deps, site, party.party);
  assert.deepEqual(reply?.guests[0]?.replies[0]?.meals, { [mains]: meals.roast });
  await assertCounted(site);
});

Deno.test("a change that changes nothing is no news", async () => {
  const wedding = await aWedding(deps);
  const { site, ceremony, dinner } = wedding;
  const party = await aPartyOf(deps, wedding, [{ name: "Ana Silva" }]);
  const { changeNumber } = await send(deps, site, party, answersOf(party, [dinner]));

  await changeGuest(deps, site, asServer, guestAt(party, 0), {
    name: "Ana Silva",
    age: "adult",
    events: [dinner.id, ceremony.id],
  });
  await changeGuest(deps, site, asServer, guestAt(party, 0), {});

  assert.deepEqual(await lastTypes(site, changeNumber), []);
});

Deno.test("a guest or an event of another site is not known here", async () => {
  const [here, there] = [await aWedding(deps), await aWedding(deps)];
  const party = await aPartyOf(deps, here);
  const stranger = guestAt(await aPartyOf(deps, there), 0);

  await assert.rejects(
    changeGuest(deps, here.site, asServer, stranger, { name: "Eve" }),
    refusedAs("guest-not-found"),
  );
  await assert.rejects(
    removeGuest(deps, here.site, asServer, stranger),
    refusedAs("guest-not-found"),
  );
  await assert.rejects(
    changeGuest(deps, here.site, asServer, guestAt(party, 0), { events: [there.dinner.id] }),
    refusedAs("event-not-found"),
  );
});

Deno.test("a removed guest takes along replies, counts and confidences, and nobody else's", async () => {
  const wedding = await aWedding(deps);
  const { site, dinner } = wedding;
  const party = await aPartyOf(deps, wedding, [{ name: "Ana Silva" }, { name: "Rui Silva" }]);
  const [ana, rui] = [guestAt(party, 0), guestAt(party, 1)];
  const said = (guestId: GuestId, diet: "vegan" | "halal") => ({
    guestId,
    replies: [{ eventId: dinner.id, attending: true }],
    diets: [diet],
    kitchenNote: `${diet}, please`,
  });
  const { changeNumber } = await send(deps, site, party, {
    guests: [said(ana, "vegan"), said(rui, "halal")],
    note: "Hello",
  });

  await removeGuest(deps, site, asServer, ana);

  const { reply, party: left } = await viewParty(deps, site, party.party);
  assert.deepEqual(left.guests.map(({ id }) => id), [rui]);
  assert.deepEqual(reply?.guests.map(({ kitchenNote }) => kitchenNote), ["halal, please"]);
  assert.equal(reply?.note, "Hello");
  assert.deepEqual((await headcountOf(deps, site, dinner)).diets, { halal: 1 });
  assert.deepEqual(await lastTypes(site, changeNumber), [
    "guest.removed",
    "headcount.changed",
    "headcount.changed",
  ]);
  await assertCounted(site);
  // Not even in the sealed part: who opens it finds one guest.
  const [row] = await sql<{ sealed: Uint8Array }>`
    select sealed
    from saved_replies
    where site_id = ${site.id}
  `;
  const keys = await deps.keys.forSite(site);
  const opened = await keys.unseal<{ guests: unknown[] }>(
    row?.sealed ?? new Uint8Array(),
    `saved_replies|${party.party.id}`,
  );
  assert.equal(opened.guests.length, 1);
});

Deno.test("the last guest of a party stays: the party itself is what can be removed", async () => {
  const wedding = await aWedding(deps);
  const party = await aPartyOf(deps, wedding);

  await assert.rejects(
    removeGuest(deps, wedding.site, asServer, guestAt(party, 0)),
    refusedAs("last-guest"),
  );
});

Deno.test("of two guests removed at once one stays", async () => {
  const wedding = await aWedding(deps);
  const party = await aPartyOf(deps, wedding, [{ name: "Ana Silva" }, { name: "Rui Silva" }]);

  const results = await Promise.allSettled(
    party.guests.map(({ id }) => removeGuest(deps, wedding.site, asServer, id)),
  );

  assert.deepEqual(results.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  await assertCounted(wedding.site);
});
