import assert from "node:assert/strict";
import { z } from "zod";
import type { SiteId } from "../../shared/ids.ts";
import { type NoticeData, noticeData, type NoticeType } from "../../shared/notices.ts";
import type { Deps } from "../deps.ts";
import { changeSiteSettings } from "../sites/change-site-settings.ts";
import { saveEvent } from "../sites/save-event.ts";
import { withdrawReply } from "../rsvp/withdraw-reply.ts";
import { ownDatabase } from "../testing/database.ts";
import {
  aKey,
  aPartyOf,
  aWedding,
  guestAt,
  mains,
  meals,
  send,
} from "../testing/fixtures-replies.ts";
import { anEvent, aParty, aSite, asServer } from "../testing/fixtures.ts";
import { aReceiver, type ReceivedCall } from "../testing/receiver.ts";
import { replyOfAll } from "../testing/replying.ts";
import { testDeps } from "../testing/test-deps.ts";
import { until } from "../testing/until.ts";
import { aCaterer, startVendorLine, testWakes } from "../testing/vendor-line.ts";
import { changeVendor } from "../vendors/save-vendor.ts";

const sql = await ownDatabase();

async function aLine(overrides: Partial<Deps> = {}) {
  const wakes = testWakes();
  const base = await testDeps(sql, { wake: wakes.wake, ...overrides });
  const deps = { ...base, config: { ...base.config, webhookAllow: ["127.0.0.1/32"] } };
  const line = await startVendorLine(deps, wakes, { chance: () => 0 });
  return { deps, [Symbol.asyncDispose]: () => line[Symbol.asyncDispose]() };
}

/** Every change so far has become the deliveries it owes: who is added now hears only of what is to come. */
async function allSpread({ id }: { id: SiteId }): Promise<void> {
  await until("every change has been spread", async () => {
    const owed = await sql`
      select 1
      from owed_changes
      where site_id = ${id}
    `;
    return owed.length === 0;
  });
}

interface Owed {
  type: string;
  state: string;
  attempts: number;
  changeNumber: number;
  nextAttemptAt: Date | null;
}

function owedTo({ id }: { id: `endpoint_${string}` }): Promise<Owed[]> {
  return sql<Owed>`
    select type, state, attempts, change_number, next_attempt_at
    from deliveries
    where endpoint_id = ${id}
    order by change_number
  `;
}

const noticeSchema = z.strictObject({
  type: z.string(),
  timestamp: z.iso.datetime(),
  data: z.unknown(),
});

/** What a call tells, which is of the form that the API promises and nothing more. */
function told<Type extends NoticeType>(
  call: ReceivedCall | undefined,
  type: Type,
): NoticeData<Type> {
  const notice = noticeSchema.parse(JSON.parse(call?.body ?? "null"));
  assert.equal(notice.type, type);
  return noticeData[type].parse(notice.data) as NoticeData<Type>;
}

Deno.test("a moved event is told to who works at it, in brief, and not to who does not", async () => {
  await using photographer = aReceiver();
  await using baker = aReceiver();
  await using own = await aLine();
  const { deps } = own;
  const { site, ceremony, dinner } = await aWedding(deps);
  await allSpread(site);
  const types = ["site.changed" as const];
  const maySee = { events: [ceremony.id] };
  await aCaterer(deps, site, photographer.url, { types, maySee });
  const other = await aCaterer(deps, site, baker.url, { types, maySee: { events: [dinner.id] } });
  const { id, ...event } = ceremony;
  const moved = {
    startsAt: "2027-06-12T11:30",
    endsAt: "2027-06-12T12:15",
    place: { name: "Old chapel", address: "Rua da Capela 1, Sintra" },
  };

  await saveEvent(deps, site.id, asServer, {
    eventId: id,
    event: { ...event, ...moved, about: "Bring a hat.", capacity: 80 },
  });
  const [call] = await photographer.received(1);
  await allSpread(site);

  const { what, event: brief, site: head } = told(call, "site.changed");
  assert.deepEqual(what, ["events"]);
  assert.deepEqual(brief, { id, name: "Ceremony", zone: "Europe/Lisbon", ...moved });
  assert.deepEqual(head, { id: site.id, names: "Emma & James", date: "2027-06-12" });
  assert.deepEqual(await owedTo(other.endpoint), []);
});

Deno.test("a new date is told to every vendor, and settings that are no vendor's business to none", async () => {
  await using baker = aReceiver();
  await using own = await aLine();
  const { deps } = own;
  const site = await aSite(deps);
  await allSpread(site);
  const { endpoint } = await aCaterer(deps, site, baker.url, {
    types: ["site.changed"],
    maySee: { events: [] },
  });

  await changeSiteSettings(deps, site.id, asServer, { pages: ["https://elsewhere.example"] });
  await changeSiteSettings(deps, site.id, asServer, { date: "2027-06-19" });
  const [call] = await baker.received(1);
  await allSpread(site);

  const { what, event, site: head } = told(call, "site.changed");
  assert.deepEqual([what, event, head.date], [["date"], undefined, "2027-06-19"]);
  assert.equal((await owedTo(endpoint)).length, 1);
});

Deno.test("a reply that is taken back is told with the party's name", async () => {
  await using planner = aReceiver();
  await using own = await aLine();
  const { deps } = own;
  const wedding = await aWedding(deps);
  const { site, dinner } = wedding;
  const party = await aPartyOf(deps, wedding);
  await replyOfAll(deps, site, party, [dinner.id]);
  await allSpread(site);
  await aCaterer(deps, site, planner.url, { types: ["reply.withdrawn"], maySee: { names: true } });

  await withdrawReply(deps, site, party.party, { key: aKey(), by: asServer });
  const [call] = await planner.received(1);

  const { party: whose, changeNumber } = told(call, "reply.withdrawn");
  assert.deepEqual(whose, { id: party.party.id, name: party.party.name });
  const [change] = await sql`
    select type
    from changes
    where site_id = ${site.id} and number = ${changeNumber}
  `;
  assert.deepEqual(change, { type: "reply.withdrawn" });
});

Deno.test("a vendor that may no longer see names hears of counts and of no more replies", async () => {
  await using planner = aReceiver();
  await using own = await aLine();
  const { deps } = own;
  const wedding = await aWedding(deps);
  const { site, dinner } = wedding;
  const party = await aPartyOf(deps, wedding);
  await allSpread(site);
  const { vendor, endpoint } = await aCaterer(deps, site, planner.url, {
    types: ["headcount.changed", "reply.submitted", "reply.withdrawn"],
    maySee: { names: true },
  });

  await changeVendor(deps, site, asServer, vendor.id, {
    maySee: { names: false, allergiesByGuest: false, events: null },
  });
  await replyOfAll(deps, site, party, [dinner.id]);
  await withdrawReply(deps, site, party.party, { key: aKey(), by: asServer });
  await planner.received(1);
  await allSpread(site);

  const types = (await owedTo(endpoint)).map(({ type }) => type);
  assert.deepEqual([...new Set(types)], ["headcount.changed"]);
});

Deno.test("a trusted caterer hears which guest has which allergy, of who comes to its events alone", async () => {
  await using trusted = aReceiver();
  await using counting = aReceiver();
  await using own = await aLine();
  const { deps } = own;
  const wedding = await aWedding(deps);
  const { site, ceremony, dinner } = wedding;
  const party = await aPartyOf(deps, wedding, [
    { name: "Ana Silva" },
    { name: "Ben Silva" },
    { name: "Eva Silva" },
    { name: "Leo Silva", age: "child" },
  ]);
  await aPartyOf(deps, wedding, [{ name: "Zoë Brown" }]);
  await allSpread(site);
  const events = [dinner.id];
  await aCaterer(deps, site, trusted.url, { maySee: { allergiesByGuest: true, events } });
  await aCaterer(deps, site, counting.url, { maySee: { events } });
  const nuts = { allergen: "nuts", severity: "life-threatening", note: "also traces" } as const;
  const figs = { allergen: "other", severity: "intolerance", note: "figs" } as const;
  const says = (ceremonyToo: boolean, dinnerToo: boolean) => [
    { eventId: ceremony.id, attending: ceremonyToo },
    { eventId: dinner.id, attending: dinnerToo },
  ];
  const [ana, ben, eva, leo] = [0, 1, 2, 3].map((at) => guestAt(party, at));
  assert.ok(ana && ben && eva && leo);

  await send(deps, site, party, {
    guests: [
      { guestId: ana, replies: says(true, true), allergies: [nuts, figs], kitchenNote: "No seeds" },
      { guestId: ben, replies: says(false, true), kitchenNote: "Small portions" },
      { guestId: eva, replies: says(true, false), allergies: [nuts], kitchenNote: "Has an EpiPen" },
      { guestId: leo, replies: says(true, true), diets: ["vegan"] },
    ],
  });
  const [call] = await trusted.received(1);
  const [bare] = await counting.received(1);

  const { allergiesByGuest, events: counts } = told(call, "headcount.changed");
  const byName = (one: { name: string | null }, other: { name: string | null }) =>
    (one.name ?? "").localeCompare(other.name ?? "");
  assert.deepEqual(allergiesByGuest?.toSorted(byName), [
    { guestId: ana, name: "Ana Silva", events, allergies: [nuts, figs], kitchenNote: "No seeds" },
    { guestId: ben, name: "Ben Silva", events, allergies: [], kitchenNote: "Small portions" },
  ]);
  assert.deepEqual(counts.map(({ eventId }) => eventId), events);
  assert.deepEqual(counts[0]?.headcount.allergies.nuts, { "life-threatening": 1 });
  const { allergiesByGuest: hidden, events: same } = told(bare, "headcount.changed");
  assert.equal(hidden, undefined);
  assert.deepEqual(same, counts);
  assert.doesNotMatch(bare?.body ?? "", /Silva|traces|figs|seeds|portions/);
});

Deno.test("a caterer reads the courses in words, how many chose each meal and how many have not", async () => {
  await using caterer = aReceiver();
  await using own = await aLine();
  const { deps } = own;
  const wedding = await aWedding(deps);
  const { site, dinner } = wedding;
  const party = await aPartyOf(deps, wedding, [
    { name: "Ana Silva" },
    { name: "Ben Silva" },
    { name: "Eva Silva" },
    { name: "Leo Silva", age: "child" },
    { name: "Mia Silva", age: "infant" },
    { name: "Rui Silva" },
  ]);
  await allSpread(site);
  await aCaterer(deps, site, caterer.url, { maySee: { events: [dinner.id] } });
  const chosen = [meals.fish, meals.fish, undefined, meals.pasta, undefined, undefined];

  await send(deps, site, party, {
    guests: party.guests.map(({ id }, at) => {
      const meal = chosen[at];
      return {
        guestId: id,
        replies: [{
          eventId: dinner.id,
          attending: at < 5,
          ...(meal ? { meals: { [mains]: meal } } : {}),
        }],
      };
    }),
  });
  const [call] = await caterer.received(1);

  const [counted] = told(call, "headcount.changed").events;
  assert.equal(counted?.name, "Dinner");
  assert.deepEqual(counted.courses, [{
    courseId: mains,
    name: "Mains",
    meals: [
      { mealId: meals.fish, name: "Sea bass", count: 2 },
      { mealId: meals.roast, name: "Roast", count: 0 },
      { mealId: meals.pasta, name: "Pasta", count: 1 },
    ],
    notChosen: 1,
  }]);
  assert.equal(counted.headcount.attending, 5);
});

Deno.test("a caterer reads how many are not sure yet; a planner, who they are", async () => {
  await using caterer = aReceiver();
  await using planner = aReceiver();
  await using own = await aLine();
  const { deps } = own;
  const wedding = await aWedding(deps, { notSure: true });
  const { site, dinner } = wedding;
  const party = await aPartyOf(deps, wedding, [{ name: "Ana Silva" }, { name: "Ben Silva" }]);
  await allSpread(site);
  await aCaterer(deps, site, caterer.url, { maySee: { events: [dinner.id] } });
  await aCaterer(deps, site, planner.url, { types: ["reply.submitted"], maySee: { names: true } });
  const [ana, ben] = [guestAt(party, 0), guestAt(party, 1)];

  await send(deps, site, party, {
    guests: [
      { guestId: ana, replies: [{ eventId: dinner.id, attending: null }] },
      { guestId: ben, replies: [{ eventId: dinner.id, attending: true }] },
    ],
  });
  const [counted] = told((await caterer.received(1))[0], "headcount.changed").events;
  const { replies } = told((await planner.received(1))[0], "reply.submitted");

  assert.ok(counted);
  const { invited, attending, declined, pending, unsure } = counted.headcount;
  assert.deepEqual([invited, attending, declined, pending, unsure], [2, 1, 0, 1, 1]);
  assert.deepEqual(
    replies.map(({ name, attending }) => [name, attending]).sort(),
    [["Ana Silva", null], ["Ben Silva", true]],
  );
});

Deno.test("a receiver that asks for ten minutes is left alone for ten minutes", async () => {
  await using busy = aReceiver(() =>
    new Response(null, { status: 429, headers: { "retry-after": "600" } })
  );
  const now = new Date();
  await using own = await aLine({ now: () => now });
  const { deps } = own;
  const site = await aSite(deps);
  const dinner = await anEvent(deps, site);
  await allSpread(site);
  const { endpoint } = await aCaterer(deps, site, busy.url);

  await aParty(deps, site, { guests: [{ name: "Ana Silva", events: [dinner.id] }] });
  const [owed] = await until("the first attempt is recorded", async () => {
    const rows = await owedTo(endpoint);
    return rows[0]?.attempts === 1 && rows;
  });

  assert.equal(owed?.state, "owed");
  assert.equal(owed.nextAttemptAt?.getTime(), now.getTime() + 600_000);
});

Deno.test("a vendor without a quiet period hears at once, while another's notice still gathers", async () => {
  await using hasty = aReceiver();
  await using patient = aReceiver();
  const now = new Date();
  await using own = await aLine({ now: () => now });
  const { deps } = own;
  const wedding = await aWedding(deps);
  const { site, dinner } = wedding;
  const party = await aPartyOf(deps, wedding);
  await allSpread(site);
  const atOnce = await aCaterer(deps, site, hasty.url, { quietSeconds: 0 });
  const later = await aCaterer(deps, site, patient.url, { quietSeconds: 600 });

  const { changeNumber } = await replyOfAll(deps, site, party, [dinner.id]);
  await until(
    "it has arrived",
    async () => (await owedTo(atOnce.endpoint))[0]?.state === "delivered",
  );

  assert.equal(told(hasty.calls[0], "headcount.changed").changeNumber, changeNumber);
  const due = new Date(now.getTime() + 600_000);
  const gathering = { type: "headcount.changed", state: "gathering", attempts: 0, changeNumber };
  assert.deepEqual(await owedTo(later.endpoint), [{ ...gathering, nextAttemptAt: due }]);
  assert.deepEqual(patient.calls, []);
});
