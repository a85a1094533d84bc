import assert from "node:assert/strict";
import { visitToken } from "../access/personal-link.ts";
import { changesAfter } from "../changes/changes.ts";
import type { Deps } from "../deps.ts";
import { viewParty } from "../rsvp/read-party.ts";
import { testDatabase } from "../testing/database.ts";
import { aPartyOf, aWedding, guestAt, type TestWedding } from "../testing/fixtures-replies.ts";
import { anEvent, aParty, aSite, type TestParty } from "../testing/fixtures.ts";
import { fieldsOf, formTo, plainGuest } from "../testing/plain-guest.ts";
import { replyOfAll } from "../testing/replying.ts";
import { testDeps } from "../testing/test-deps.ts";

const sql = await testDatabase();
const deps = await testDeps(sql);

async function anInvitation(
  settings: Parameters<typeof aWedding>[1] = {},
  options: Parameters<typeof aWedding>[2] = {},
) {
  const wedding = await aWedding(deps, settings, options);
  const party = await aPartyOf(deps, wedding);
  return { wedding, party, path: `/r/${wedding.site.slug}/plain` };
}

type Guest = ReturnType<typeof plainGuest>;

/** Ana comes to everything and eats fish: up to the review. */
async function toReview({ load, send }: Guest, path: string, token: string) {
  const coming = await load(`${path}?rsvp=${token}`);
  const meal = await send(coming, "reply", { go: "all" });
  const [course = ""] = fieldsOf(meal, "meal.");
  const word = await send(meal, "reply", { go: "next", [course]: "meal_fish" });
  return await send(word, "reply", { go: "next", word: "Hello\r\nyou" });
}

function savedOf({ site }: TestWedding, { party }: TestParty, by: Deps = deps) {
  return viewParty(by, site, party).then(({ reply }) => reply);
}

Deno.test("a reply goes from page to page without scripts and is saved as it was said", async () => {
  const { wedding, party, path } = await anInvitation();
  const guest = plainGuest(deps);

  const review = await toReview(guest, path, party.token);
  const thanks = await guest.send(review, "reply", { go: "send" });

  assert.match(review.html, /Ana Silva will be there for Ceremony and Dinner\./);
  assert.equal(thanks.status, 200);
  assert.match(thanks.title, /^Thank you! · /);
  assert.match(thanks.html, /calendar\.ics\?rsvp=/);
  const saved = await savedOf(wedding, party);
  assert.equal(saved?.note, "Hello\nyou");
  const replies = saved?.guests[0]?.replies ?? [];
  const mealsAt = ({ id }: { id: string }) => replies.find(({ eventId }) => eventId === id)?.meals;
  assert.ok(replies.every(({ attending }) => attending));
  assert.deepEqual(mealsAt(wedding.ceremony), {});
  assert.deepEqual(mealsAt(wedding.dinner), { course_mains: "meal_fish" });
});

Deno.test("a single guest of a single event answers with one press", async () => {
  const site = await aSite(deps);
  const dinner = await anEvent(deps, site);
  const party = await aParty(deps, site, { guests: [{ name: "Ana Silva", events: [dinner.id] }] });
  const { load, send } = plainGuest(deps);
  const coming = await load(`/r/${site.slug}/plain?rsvp=${party.token}`);

  const unsaid = await send(coming, "reply", { go: "next" });
  const away = await send(coming, "reply", { go: "none" });

  assert.deepEqual(fieldsOf(coming, "coming."), []);
  assert.equal(fieldsOf(unsaid, "coming.").length, 1);
  assert.match(unsaid.title, /^Will Ana Silva be there for Dinner\?/);
  assert.match(away.title, /^Anything you’d like to tell us\?/);
});

Deno.test("a press of Send that arrives twice counts once", async () => {
  const { wedding, party, path } = await anInvitation();
  const guest = plainGuest(deps);
  const review = await toReview(guest, path, party.token);
  const before = (await changesAfter(sql, wedding.site.id, 0, 100)).length;

  const both = await Promise.all([1, 2].map(() => guest.send(review, "reply", { go: "send" })));

  assert.deepEqual(both.map(({ title }) => title.slice(0, 10)), ["Thank you!", "Thank you!"]);
  const news = (await changesAfter(sql, wedding.site.id, before, 100)).map(({ type }) => type);
  assert.equal(news.filter((type) => type === "reply.submitted").length, 1);
});

Deno.test("a page that asks more because of an answer comes again, and scolds nobody for what is new", async () => {
  const { party, path } = await anInvitation();
  const { load, send } = plainGuest(deps);
  const meal = await send(await load(`${path}?rsvp=${party.token}`), "reply", { go: "all" });
  const [course = ""] = fieldsOf(meal, "meal.");
  const [kitchen = ""] = fieldsOf(meal, "kitchen.");
  const id = guestAt(party, 0);

  const asked = await send(meal, "reply", { go: "next", [course]: "meal_fish", [kitchen]: "yes" });
  const nuts = await send(asked, "reply", {
    go: "next",
    [`allergens.${id}`]: ["nuts"],
    [`kitchen-note.${id}`]: `"<b>" & 'co'`,
  });
  const missing = await send(nuts, "reply", { go: "next" });

  assert.deepEqual([asked, nuts, missing].map(({ status }) => status), [200, 200, 422]);
  assert.match(asked.html, /autofocus/);
  assert.doesNotMatch(asked.html + nuts.html, /class="trouble"/);
  assert.equal(fieldsOf(nuts, "severity.").length, 1);
  assert.match(missing.title, /^Please tell the kitchen how serious it is\./);
  assert.match(missing.html, /aria-invalid="true"/);
  assert.equal(
    formTo(missing, "reply").fields[`kitchen-note.${id}`]?.[0],
    `"<b>" & 'co'`,
  );
  assert.doesNotMatch(missing.html, /<b>/);
});

Deno.test("whoever has something for the kitchen is asked what, and not passed by without an answer", async () => {
  const { party, path } = await anInvitation();
  const { load, send } = plainGuest(deps);
  const meal = await send(await load(`${path}?rsvp=${party.token}`), "reply", { go: "all" });
  const [course = ""] = fieldsOf(meal, "meal.");
  const [kitchen = ""] = fieldsOf(meal, "kitchen.");

  const asked = await send(meal, "reply", { go: "next", [course]: "meal_fish", [kitchen]: "yes" });
  const silent = await send(asked, "reply", { go: "next" });
  const after = await send(silent, "reply", { go: "next", [kitchen]: "no" });

  assert.deepEqual([asked, silent, after].map(({ status }) => status), [200, 422, 200]);
  assert.match(silent.title, /^Please tell the kitchen what it is/);
  assert.deepEqual(formTo(silent, "reply").fields[kitchen], ["yes"]);
  assert.match(after.title, /^Anything you’d like to tell us\?/);
});

Deno.test("after the deadline the couple’s words are there, and nothing is saved", async () => {
  const at = new Date(Date.now() + 3_600_000);
  const { wedding, party, path } = await anInvitation({
    deadline: { at: at.toISOString(), after: "closed", message: "The caterer has the count." },
    contact: { mail: "emma@example.com" },
  });
  const guest = plainGuest(deps);
  const review = await toReview(guest, path, party.token);
  const later = { ...deps, now: () => new Date(at.getTime() + 1000) };
  const late = plainGuest(later);

  const closed = await late.send(review, "reply", { go: "send" });
  const first = await late.load(path);
  const linked = await late.load(`${path}?rsvp=${party.token}`);

  assert.equal(closed.status, 409);
  for (const { html } of [closed, first, linked]) {
    assert.match(html, /The caterer has the count\./);
    assert.match(html, /mailto:emma@example\.com/);
    assert.match(html, /action="[^"]*\/note"/);
  }
  assert.equal(await savedOf(wedding, party), null);
});

Deno.test("places that are gone meanwhile are told with all that was filled in still there", async () => {
  const { wedding, party, path } = await anInvitation({}, { capacity: 1 });
  const other = await aPartyOf(deps, wedding, [{ name: "Leo Berg" }]);
  const guest = plainGuest(deps);
  const review = await toReview(guest, path, party.token);
  await replyOfAll(deps, wedding.site, other, [wedding.dinner.id]);

  const full = await guest.send(review, "reply", { go: "send" });

  assert.equal(full.status, 409);
  assert.match(full.title, /^Dinner is full now/);
  assert.match(JSON.stringify(formTo(full, "reply").fields["so-far"]), /meal_fish/);
  assert.equal(await savedOf(wedding, party), null);
});

Deno.test("a visit that ended says so kindly, and goes on where it was once the name is found again", async () => {
  const { wedding, party, path } = await anInvitation();
  const guest = plainGuest(deps);
  const keys = await deps.keys.forSite(wedding.site);
  const token = await visitToken(keys, party.party, new Date(Date.now() + 3_600_000));
  const review = await toReview(guest, path, token);
  const later = plainGuest({ ...deps, now: () => new Date(Date.now() + 7_200_000) });

  const ended = await later.send(review, "reply", { go: "send" });
  const again = await later.send(ended, "find", { name: "Ana Silva" });
  const thanks = await later.send(again, "reply", { go: "send" });

  assert.equal(ended.status, 401);
  assert.match(ended.html, /we kept what you filled in/);
  assert.match(again.title, /^Does this look right\?/);
  assert.match(thanks.title, /^Thank you!/);
  assert.equal((await savedOf(wedding, party))?.note, "Hello\nyou");
});

Deno.test("what was filled in for one party is not laid over another that is found instead", async () => {
  const { wedding, party, path } = await anInvitation();
  await aPartyOf(deps, wedding, [{ name: "Leo Berg" }]);
  const guest = plainGuest(deps);
  const keys = await deps.keys.forSite(wedding.site);
  const token = await visitToken(keys, party.party, new Date(Date.now() - 1000));
  const open = await visitToken(keys, party.party, new Date(Date.now() + 60_000));
  const review = await toReview(guest, path, open);
  const ended = await guest.send(review, "reply", { rsvp: token, go: "next" });

  const other = await guest.send(ended, "find", { name: "Leo Berg" });

  assert.match(other.title, /^Will you be there\?/);
  assert.doesNotMatch(other.html, /meal_fish|Hello/);
});

Deno.test("a saved reply is shown, changed with what changes beside it, and taken back", async () => {
  const { wedding, party, path } = await anInvitation();
  const guest = plainGuest(deps);
  const thanks = await guest.send(await toReview(guest, path, party.token), "reply", {
    go: "send",
  });

  const saved = await guest.load(`${path}?rsvp=${party.token}`);
  const coming = await guest.load(`${path}?rsvp=${party.token}&show=change`);
  const nothing = await toEnd(guest, coming, {});
  const changed = await toEnd(guest, coming, {
    [`coming.${guestAt(party, 0)}.${wedding.dinner.id}`]: "no",
  });
  const sent = await guest.send(changed, "reply", { go: "send" });
  const sure = await guest.load(`${path}?rsvp=${party.token}&show=withdraw`);
  assert.ok(await savedOf(wedding, party), "asking whether it is meant takes nothing back");
  const withdrawn = await guest.send(sure, "withdraw");

  assert.match(saved.title, /^Your reply/);
  const link = `href="https://rsvp.test/r/${wedding.site.slug}?rsvp=${party.token}"`;
  assert.ok(thanks.html.includes(link), "the personal link to keep");
  assert.match(nothing.html, /This is what we already have from you\./);
  assert.match(changed.html, /<del>.*Ceremony and Dinner.*<\/del>/);
  assert.match(sent.title, /^Thank you!/);
  assert.match(withdrawn.html, /has been taken back/);
  assert.equal(await savedOf(wedding, party), null);
});

async function toEnd(guest: Guest, page: Awaited<ReturnType<Guest["load"]>>, answers: object) {
  let at = await guest.send(page, "reply", { go: "next", ...answers });
  while (!at.html.includes('name="key"')) at = await guest.send(at, "reply", { go: "next" });
  return at;
}

Deno.test("what was sent before on another device is told before it is replaced", async () => {
  const { wedding, party, path } = await anInvitation();
  const guest = plainGuest(deps);
  const coming = await guest.load(`${path}?rsvp=${party.token}`);
  await replyOfAll(deps, wedding.site, party, [wedding.ceremony.id], false);

  const away = await guest.send(coming, "reply", { go: "none" });
  const review = await guest.send(away, "reply", { go: "next" });

  assert.match(review.html, /changed on another device meanwhile/);
});

Deno.test("a menu that changed while a page was open loses nothing else that was said", async () => {
  const { party, path } = await anInvitation();
  const { load, send } = plainGuest(deps);
  const meal = await send(await load(`${path}?rsvp=${party.token}`), "reply", { go: "all" });

  const again = await send(meal, "reply", {
    go: "next",
    [fieldsOf(meal, "meal.")[0] ?? ""]: "meal_gone",
    "answer.question_gone": "x",
    [`kitchen.${guestAt(party, 0)}`]: "no",
  });

  assert.equal(again.status, 422);
  assert.match(again.title, /^Please choose for Ana Silva/);
  assert.match(again.html, /value="no" checked/);
});
