import assert from "node:assert/strict";
import type { ProblemBody } from "../../shared/problems.ts";
import { testDatabase } from "../testing/database.ts";
import { anEvent, aParty, aSite } from "../testing/fixtures.ts";
import {
  aKey,
  answersOf,
  aPartyOf,
  aWedding,
  guestAt,
  headcountOf,
  mains,
  meals,
} from "../testing/fixtures-replies.ts";
import { replyingGuests } from "../testing/replying-guests.ts";
import { testDeps } from "../testing/test-deps.ts";

const deps = await testDeps(await testDatabase());
const { app, aGuest } = replyingGuests(deps);

Deno.test("a submission must be JSON of at most 64 kB", async () => {
  const { party, path, send, dinner, view } = await aGuest();
  const headers = {
    origin: "https://ours.example",
    authorization: `Bearer ${party.token}`,
    "idempotency-key": aKey(),
  };
  const put = async (body: BodyInit, type: string) => {
    const request = new Request(`https://rsvp.test${path}/reply`, {
      method: "PUT",
      headers: { ...headers, "content-type": type },
      body,
    });
    const response = await app.fetch(request);
    return await response.json() as ProblemBody;
  };
  const large = JSON.stringify({ ...answersOf(party, [dinner]), note: "x".repeat(66_000) });
  const unannounced = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(large));
      controller.close();
    },
  });

  assert.equal((await put("a=b", "text/plain")).code, "unsupported-type");
  assert.equal((await put("{", "application/json")).code, "invalid-json");
  assert.equal(
    (await put(new Uint8Array([0x22, 0xff, 0x22]), "application/json")).code,
    "invalid-json",
  );
  assert.equal((await put(large, "application/json")).status, 413);
  assert.equal((await put(unannounced, "application/json")).code, "body-too-large");
  assert.equal((await view()).reply, null);
  assert.equal(
    (await send({ ...answersOf(party, [dinner]), note: "x".repeat(2_000) })).status,
    200,
  );
});

Deno.test("every mistake of form is named with its place", async () => {
  const { guestId, dinner, send } = await aGuest();

  const answer = await send({
    guests: [{
      guestId,
      replies: [{ eventId: dinner.id, attending: "perhaps" }],
      allergies: [{ allergen: "other", severity: "allergy" }],
      plusOnes: 3,
    }],
    song: "Dancing Queen",
  });

  assert.equal(answer.status, 422);
  assert.equal(answer.body.code, "invalid-input");
  const places = answer.body.issues?.map(({ path }) => path.join(".")).sort();
  assert.deepEqual(places, [
    "",
    "guests.0",
    "guests.0.allergies.0.note",
    "guests.0.replies.0.attending",
  ]);
});

Deno.test("what people type is kept without what cannot be stored or shown", async () => {
  const { party, dinner, send, view } = await aGuest();

  const answer = await send({
    ...answersOf(party, [dinner]),
    note: "Zo\u0065\u0308 \u202Ewas\u0000 here \uD83D\n\u{1F389}",
  });

  assert.equal(answer.status, 200);
  assert.match((await view()).reply?.note ?? "", /^Zo\u00eb was here \ufffd?\n\u{1F389}$/u);
});

Deno.test("a seat of another party is refused like one that does not exist", async () => {
  const { site, ceremony, dinner, guestId, send, view } = await aGuest();
  const others = await aPartyOf(deps, { site, ceremony, dinner });
  const attending = [{ eventId: dinner.id, attending: true }];
  const submit = (stranger: string) =>
    send({
      guests: [{ guestId, replies: attending }, { guestId: stranger, replies: attending }],
    });

  const foreign = await submit(guestAt(others, 0));
  const unknown = await submit("guest_0000000000000000");

  assert.equal(foreign.status, 403);
  assert.equal(foreign.body.code, "not-your-seat");
  assert.equal(foreign.body.guestId, guestAt(others, 0));
  assert.deepEqual(Object.keys(unknown.body), Object.keys(foreign.body));
  assert.deepEqual(
    { ...unknown.body, guestId: "", instance: "" },
    { ...foreign.body, guestId: "", instance: "" },
  );
  assert.equal((await view()).reply, null);
  assert.equal((await headcountOf(deps, site, dinner)).attending, 0);
});

Deno.test("an event that a guest is not invited to is refused like one that does not exist", async () => {
  const { site, party, send, view, guestId } = await aGuest();
  const brunch = await anEvent(deps, site, { name: "Brunch" });
  const elsewhere = await anEvent(deps, await aSite(deps));
  await aParty(deps, site, { guests: [{ name: "Rui Costa", events: [brunch.id] }] });

  const told = await Promise.all(
    [brunch.id, elsewhere.id, "event_0000000000000000"].map(async (id) => {
      const { status, body } = await send(answersOf(party, [{ id: id as typeof brunch.id }]));
      assert.equal(status, 403);
      assert.equal(body.code, "not-invited");
      assert.equal(body.eventId, id);
      assert.equal(body.guestId, guestId);
      return { ...body, eventId: "", instance: "" };
    }),
  );

  assert.deepEqual(told[0], told[1]);
  assert.deepEqual(told[0], told[2]);
  const { events, reply } = await view();
  assert.ok(!events.some(({ id }) => id === brunch.id));
  assert.equal(reply, null);
});

Deno.test("a meal must be of the menu, for the guest's age, and for somebody who comes", async () => {
  const wedding = await aWedding(deps);
  const { site, ceremony, dinner } = wedding;
  const party = await aPartyOf(deps, wedding, [
    { name: "Ana Silva" },
    { name: "Rui Silva", age: "child" },
    { name: "Bia Silva", age: "infant" },
  ]);
  const send = (at: number, reply: object) =>
    app.call(`PUT /v1/sites/${site.id}/party/reply`, {
      token: party.token,
      headers: { "idempotency-key": aKey() },
      body: { guests: [{ guestId: guestAt(party, at), replies: [reply] }] },
    });
  const choose = (at: number, meal: string, course: string = mains) =>
    send(at, { eventId: dinner.id, attending: true, meals: { [course]: meal } });

  const refused = {
    "not on the menu": await choose(0, "meal_steak"),
    "of another course": await choose(0, meals.fish, "course_dessert"),
    "a child's for an adult": await choose(0, meals.pasta),
    "an adult's for a child": await choose(1, meals.roast),
    "any for an infant": await choose(2, meals.fish),
    "at an event without a menu": await send(0, {
      eventId: ceremony.id,
      attending: true,
      meals: { [mains]: meals.fish },
    }),
    "for somebody who stays away": await send(0, {
      eventId: dinner.id,
      attending: false,
      meals: { [mains]: meals.fish },
    }),
  };
  for (const [what, { status, body }] of Object.entries(refused)) {
    assert.equal(status, 422, what);
    assert.equal(body.code, "unknown-meal", what);
    assert.ok(body.guestId && body.eventId && body.courseId, what);
  }
  for (const [at, meal] of [[0, meals.roast], [1, meals.pasta], [1, meals.fish]] as const) {
    assert.equal((await choose(at, meal)).status, 200, meal);
  }
});

Deno.test("a submission needs an idempotency key of a sensible form", async () => {
  const { party, dinner, send, view } = await aGuest();

  for (const key of ["", "short", "with spaces in it", "x".repeat(65), "schlüssel-12"]) {
    const headers = { "idempotency-key": key };
    const answer = await send(answersOf(party, [dinner]), { headers });

    assert.equal(answer.status, 400, key);
    assert.equal(answer.body.code, "idempotency-key-missing", key);
  }
  assert.equal((await view()).reply, null);
});
