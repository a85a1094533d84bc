import assert from "node:assert/strict";
import { emptyHeadcount } from "../../shared/headcount.ts";
import { testDatabase } from "../testing/database.ts";
import { anEvent, aParty } from "../testing/fixtures.ts";
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
import { viewParty } from "./read-party.ts";

const sql = await testDatabase();
const deps = await testDeps(sql);

Deno.test("a submission counts ages, meals, diets and allergies with their severity", async () => {
  const wedding = await aWedding(deps);
  const { site, ceremony, dinner } = wedding;
  const party = await aPartyOf(deps, wedding, [
    { name: "Ana Silva" },
    { name: "Rui Silva", age: "child" },
    { name: "Bia Silva", age: "infant" },
    {},
  ]);
  const at = (index: number) => guestAt(party, index);
  const yes = { eventId: dinner.id, attending: true };

  await send(deps, site, party, {
    guests: [
      {
        guestId: at(0),
        replies: [{ eventId: ceremony.id, attending: true }, {
          ...yes,
          meals: { [mains]: meals.roast },
        }],
        diets: ["no-pork", "halal", "halal"],
        allergies: [
          { allergen: "nuts", severity: "allergy" },
          { allergen: "nuts", severity: "life-threatening" },
          { allergen: "other", severity: "intolerance", note: "kiwi" },
        ],
      },
      { guestId: at(1), replies: [{ ...yes, meals: { [mains]: meals.pasta } }] },
      { guestId: at(2), replies: [yes] },
      {
        guestId: at(3),
        replies: [{ eventId: dinner.id, attending: false }],
        diets: ["vegan"],
      },
    ],
  });

  assert.deepEqual(await headcountOf(deps, site, dinner), {
    invited: 4,
    attending: 3,
    declined: 1,
    pending: 0,
    unsure: 0,
    adults: 1,
    children: 1,
    infants: 1,
    meals: { [mains]: { [meals.roast]: 1, [meals.pasta]: 1 } },
    diets: { "no-pork": 1, halal: 1 },
    allergies: { nuts: { "life-threatening": 1 }, other: { intolerance: 1 } },
  });
  assert.deepEqual(await headcountOf(deps, site, ceremony), {
    ...emptyHeadcount(),
    invited: 4,
    attending: 1,
    pending: 3,
    adults: 1,
    diets: { "no-pork": 1, halal: 1 },
    allergies: { nuts: { "life-threatening": 1 }, other: { intolerance: 1 } },
  });
});

Deno.test("a later submission replaces the earlier one whole; who is left out is pending again", async () => {
  const wedding = await aWedding(deps);
  const { site, ceremony, dinner } = wedding;
  const party = await aPartyOf(deps, wedding, [{ name: "Ana Silva" }, { name: "Rui Silva" }]);
  await send(deps, site, party, {
    ...answersOf(party, [ceremony, dinner]),
    note: "We come!",
  });

  const { reply } = await send(deps, site, party, {
    guests: [{
      guestId: guestAt(party, 0),
      replies: [{ eventId: dinner.id, attending: false }],
      diets: ["vegan"],
    }],
  });

  const count = await headcountOf(deps, site, dinner);
  assert.deepEqual([count.attending, count.declined, count.pending], [0, 1, 1]);
  assert.deepEqual(count.diets, {});
  assert.equal((await headcountOf(deps, site, ceremony)).pending, 2);
  assert.equal(reply.note, undefined);
  assert.deepEqual(reply.guests.map(({ replies }) => replies.length), [1, 0]);
  assert.deepEqual((await viewParty(deps, site, party.party)).reply, reply);
});

Deno.test("a plus-one is named by the party, renamed, and forgotten when not coming", async () => {
  const wedding = await aWedding(deps);
  const { site, dinner } = wedding;
  const party = await aPartyOf(deps, wedding, [{ name: "Ana Silva" }, {}]);
  const seat = guestAt(party, 1);
  const bring = (name: string | undefined, attending = true) =>
    send(deps, site, party, {
      guests: [
        { guestId: guestAt(party, 0), replies: [{ eventId: dinner.id, attending: true }] },
        {
          guestId: seat,
          ...(name === undefined ? {} : { name }),
          replies: [{ eventId: dinner.id, attending }],
        },
      ],
    });
  const nameIn = ({ view }: Awaited<ReturnType<typeof bring>>) =>
    view.party.guests.find(({ id }) => id === seat)?.name;

  const named = await bring("  Jo   Pereira ");
  const renamed = await bring("Max Reis");
  const alone = await bring(undefined, false);

  assert.equal(nameIn(named), "Jo Pereira");
  assert.equal(named.reply.guests[1]?.name, "Jo Pereira");
  assert.equal(nameIn(renamed), "Max Reis");
  assert.equal(nameIn(alone), null);
  assert.deepEqual(await viewParty(deps, site, party.party), alone.view);
});

Deno.test("only an open seat takes a name", async () => {
  const wedding = await aWedding(deps);
  const party = await aPartyOf(deps, wedding);
  const guestId = guestAt(party, 0);

  await assert.rejects(
    send(deps, wedding.site, party, { guests: [{ guestId, name: "Eve", replies: [] }] }),
    refusedAs("name-not-open", { guestId }),
  );
});

Deno.test("a guest or an event named twice is refused", async () => {
  const wedding = await aWedding(deps);
  const { site, dinner } = wedding;
  const party = await aPartyOf(deps, wedding);
  const guestId = guestAt(party, 0);
  const yes = { eventId: dinner.id, attending: true };
  const no = { eventId: dinner.id, attending: false };

  for (
    const guests of [
      [{ guestId, replies: [yes] }, { guestId, replies: [no] }],
      [{ guestId, replies: [yes, no] }],
    ]
  ) {
    await assert.rejects(send(deps, site, party, { guests }), refusedAs("invalid-input"));
  }
  assert.equal((await viewParty(deps, site, party.party)).reply, null);
});

Deno.test("what was said in confidence is not readable in the database", async () => {
  const wedding = await aWedding(deps);
  const { site, dinner } = wedding;
  const party = await aPartyOf(deps, wedding);
  await send(deps, site, party, {
    guests: [{
      guestId: guestAt(party, 0),
      replies: [{ eventId: dinner.id, attending: true }],
      allergies: [{ allergen: "other", severity: "allergy", note: "quandong" }],
      kitchenNote: "quandong",
    }],
    note: "quandong",
  });

  const [row] = await sql<{ everything: string }>`
    select
      (select encode(sealed, 'escape') from saved_replies where site_id = ${site.id})
      || (select jsonb_agg(replies)::text from replies where site_id = ${site.id})
      || (select jsonb_agg(changes)::text from changes where site_id = ${site.id})
      || (select jsonb_agg(headcounts)::text from headcounts where site_id = ${site.id})
      as everything
  `;

  assert.ok(row && row.everything.length > 500);
  assert.doesNotMatch(row.everything, /quandong/);
});

Deno.test("guests of one party may be invited to different events", async () => {
  const { site, ceremony, dinner } = await aWedding(deps);
  const brunch = await anEvent(deps, site, { name: "Brunch" });
  const party = await aParty(deps, site, {
    guests: [
      { name: "Ana Silva", events: [ceremony.id, dinner.id] },
      { name: "Rui Silva", events: [brunch.id] },
    ],
  });
  const [ana, rui] = [guestAt(party, 0), guestAt(party, 1)];

  const { view } = await send(deps, site, party, {
    guests: [{ guestId: rui, replies: [{ eventId: brunch.id, attending: true }] }],
  });
  await assert.rejects(
    send(deps, site, party, {
      guests: [{ guestId: ana, replies: [{ eventId: brunch.id, attending: true }] }],
    }),
    refusedAs("not-invited", { guestId: ana, eventId: brunch.id }),
  );

  assert.deepEqual(view.events.map(({ name }) => name), ["Ceremony", "Dinner", "Brunch"]);
  assert.equal((await headcountOf(deps, site, brunch)).attending, 1);
});
