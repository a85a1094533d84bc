import assert from "node:assert/strict";
import { type CountedEvent, countedEventSchema } from "../../shared/events.ts";
import { randomCharacters } from "../../shared/ids.ts";
import { submissionSchema } from "../../shared/reply.ts";
import { changesAfter } from "../changes/changes.ts";
import { submitReply } from "../rsvp/submit-reply.ts";
import { testDatabase } from "../testing/database.ts";
import { anEvent, aParty, aSite } from "../testing/fixtures.ts";
import { anApiKey } from "../testing/fixtures-access.ts";
import { replyOfAll } from "../testing/replying.ts";
import { testApp } from "../testing/test-app.ts";
import { testDeps } from "../testing/test-deps.ts";
import { changeSiteSettings } from "./change-site-settings.ts";
import { eventRoutes } from "./event-routes.ts";
import { siteBy } from "./sites.ts";

const sql = await testDatabase();

const dinner = { name: "Dinner", startsAt: "2027-06-12T18:30", zone: "Europe/Lisbon" };
const mains = {
  name: "Mains",
  meals: [{ name: "Sea bass" }, { name: "Pasta", for: "child" }],
};

async function aPlanner() {
  const deps = await testDeps(sql);
  const { call } = testApp(deps, eventRoutes);
  const site = await aSite(deps);
  const token = await anApiKey(deps, site, "planner");
  const path = `/v1/sites/${site.slug}/events`;
  const list = async () => {
    const { body } = await call<{ events: CountedEvent[] }>(`GET ${path}`, { token });
    return body.events;
  };
  const add = <Body = CountedEvent>(body: unknown) => call<Body>(`POST ${path}`, { token, body });
  const replace = <Body = CountedEvent>(id: string, body: unknown) =>
    call<Body>(`PUT ${path}/${id}`, { token, body });
  const remove = (id: string) => call(`DELETE ${path}/${id}`, { token });
  const news = async (after: number) => {
    const changes = await changesAfter(sql, site.id, after, 100);
    return changes.map(({ type, data }) => ({ type, data }));
  };
  return { deps, site, list, add, replace, remove, news };
}

type Refused = { code: string; detail: string };

Deno.test("an event is added; ids of courses and meals that are left out are made", async () => {
  const { add, list, news } = await aPlanner();

  const { status, body } = await add({ ...dinner, courses: [mains] });

  assert.equal(status, 201);
  assert.deepEqual(countedEventSchema.parse(body), body);
  const [course] = body.courses;
  assert.match(course?.id ?? "", /^course_[0-9a-z]{16}$/);
  assert.match(course?.meals[0]?.id ?? "", /^meal_[0-9a-z]{16}$/);
  assert.deepEqual(course?.meals.map((meal) => meal.for), ["everyone", "child"]);
  assert.equal(body.attending, 0);
  assert.deepEqual(await list(), [body]);
  assert.deepEqual(await news(1), [
    { type: "site.changed", data: { what: ["events"], eventId: body.id } },
  ]);
});

Deno.test("events stand in the order in which they were added, also after one has gone", async () => {
  const { add, remove, replace, list } = await aPlanner();
  const names = async () => (await list()).map(({ name }) => name);
  const { body: first } = await add({ ...dinner, name: "Ceremony" });
  const { body: second } = await add(dinner);
  await add({ ...dinner, name: "Brunch" });

  await remove(first.id);
  await add({ ...dinner, name: "Farewell" });
  await replace(second.id, { ...dinner, about: "Bring a jacket." });

  assert.deepEqual(await names(), ["Dinner", "Brunch", "Farewell"]);
});

Deno.test("an event is replaced: what is left out goes; the same again is no news", async () => {
  const { add, replace, news } = await aPlanner();
  const { body: { id } } = await add({ ...dinner, about: "Black tie", capacity: 10 });

  const { status, body } = await replace(id, { ...dinner, place: { name: "The barn" } });
  const again = await replace(id, { ...dinner, place: { name: "The barn" } });

  assert.equal(status, 200);
  assert.deepEqual(body, {
    id,
    ...dinner,
    place: { name: "The barn" },
    courses: [],
    attending: 0,
  });
  assert.deepEqual(again.body, body);
  assert.equal((await news(2)).length, 1);
});

Deno.test("a capacity below those who attend is taken, and the answer says how many they are", async () => {
  const { deps, site, add, replace, list } = await aPlanner();
  const { body: { id } } = await add(dinner);
  const party = await aParty(deps, site, {
    guests: [{ name: "Ana", events: [id] }, { name: "Leo", events: [id] }],
  });
  await replyOfAll(deps, site, party, [id]);

  const { status, body } = await replace(id, { ...dinner, capacity: 1 });

  assert.equal(status, 200);
  assert.deepEqual([body.capacity, body.attending], [1, 2]);
  assert.equal((await list())[0]?.attending, 2);
});

Deno.test("a meal that guests have chosen stays; one that nobody chose may go", async () => {
  const { deps, site, add, replace } = await aPlanner();
  const { body: event } = await add({ ...dinner, courses: [mains] });
  const [course] = event.courses;
  const [bass, pasta] = course?.meals ?? [];
  assert.ok(course && bass && pasta);
  const { party, guests } = await aParty(deps, site, {
    guests: [{ name: "Ana", events: [event.id] }],
  });
  const submission = submissionSchema.parse({
    guests: guests.map((guest) => ({
      guestId: guest.id,
      replies: [{ eventId: event.id, attending: true, meals: { [course.id]: bass.id } }],
    })),
  });
  const by = { kind: "guest", partyId: party.id } as const;
  await submitReply(deps, site, party, { key: randomCharacters(20), submission, by });

  const without = (meal: unknown) => ({ ...dinner, courses: [{ ...course, meals: [meal] }] });
  const refused = await replace<Refused & Record<string, string>>(event.id, without(pasta));
  const fewer = await replace(event.id, without({ ...bass, name: "Grilled sea bass" }));

  assert.equal(refused.status, 409);
  assert.equal(refused.body.code, "in-use");
  assert.deepEqual([refused.body.courseId, refused.body.mealId], [course.id, bass.id]);
  assert.equal(fewer.status, 200);
});

Deno.test("an event for which somebody replied stays; one without replies goes, invitations and all", async () => {
  const { deps, site, add, remove, list } = await aPlanner();
  const { body: replied } = await add(dinner);
  const { body: silent } = await add({ ...dinner, name: "Brunch" });
  const party = await aParty(deps, site, {
    guests: [{ name: "Ana", events: [replied.id, silent.id] }],
  });
  await replyOfAll(deps, site, party, [replied.id], false);

  const kept = await remove(replied.id);
  const gone = await remove(silent.id);

  assert.equal(kept.body.code, "event-has-replies");
  assert.equal(gone.status, 204);
  assert.deepEqual((await list()).map(({ id }) => id), [replied.id]);
  const invitations = await sql`
    select event_id
    from invitations
    where site_id = ${site.id}
  `;
  assert.deepEqual(invitations, [{ eventId: replied.id }]);
});

Deno.test("with its event a public counter goes, in the same change", async () => {
  const { deps, site, remove, news } = await aPlanner();
  const event = await anEvent(deps, site);
  const by = { kind: "server" } as const;
  await changeSiteSettings(deps, site.id, by, { publicCounter: event.id });

  await remove(event.id);

  assert.equal((await siteBy(sql, site.id))?.settings.publicCounter, null);
  assert.deepEqual((await news(3)).map(({ data }) => data), [
    { what: ["events", "publicCounter"], eventId: event.id },
  ]);
});

Deno.test("events of another site are not found, and not touched", async () => {
  const [here, there] = [await aPlanner(), await aPlanner()];
  const { body: theirs } = await there.add(dinner);

  const replaced = await here.replace<Refused>(theirs.id, { ...dinner, name: "Ours" });
  const removed = await here.remove(theirs.id);

  assert.equal(replaced.body.code, "event-not-found");
  assert.equal(removed.body.code, "event-not-found");
  assert.deepEqual(await there.list(), [theirs]);
});

Deno.test("a site has at most forty events: no reply can answer for more", async () => {
  const { deps, site, add } = await aPlanner();
  for (let number = 1; number <= 40; number++) await anEvent(deps, site);

  const { body } = await add<Refused>(dinner);

  assert.equal(body.code, "invalid-input");
  assert.match(body.detail, /at most 40 events/);
});
