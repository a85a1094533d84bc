import assert from "node:assert/strict";
import { emptyHeadcount } from "../../shared/headcount.ts";
import type { ProblemCode } from "../../shared/problems.ts";
import type { SubmissionInput } from "../../shared/reply.ts";
import { submissionSchema } from "../../shared/reply.ts";
import { findBreak } from "../changes/chain.ts";
import { changesAfter } from "../changes/changes.ts";
import { Problem } from "../problem.ts";
import { testDatabase } from "../testing/database.ts";
import { anEvent, aParty, asServer } from "../testing/fixtures.ts";
import {
  aKey,
  answersOf,
  aPartyOf,
  aWedding,
  guestAt,
  headcountOf,
  mains,
  meals,
  send,
} from "../testing/fixtures-replies.ts";
import { testDeps } from "../testing/test-deps.ts";
import { viewParty } from "./read-party.ts";
import { submitReply } from "./submit-reply.ts";
import { withdrawReply } from "./withdraw-reply.ts";

const sql = await testDatabase();
const deps = await testDeps(sql);

const refusedAs = (code: ProblemCode, more: Record<string, unknown> = {}) => (error: unknown) => {
  assert.ok(error instanceof Problem, String(error));
  assert.equal(error.code, code);
  assert.deepEqual({ ...error.more, ...more }, error.more);
  return true;
};

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

Deno.test("the same key with the same body acts once and gets the same answer", async () => {
  const wedding = await aWedding(deps);
  const { site, ceremony, dinner } = wedding;
  const party = await aPartyOf(deps, wedding, [{ name: "Ana Silva" }, {}]);
  // Events in an order that the database would not give back.
  const events = [ceremony, dinner].toSorted((left, right) => left.id < right.id ? 1 : -1);
  const submission: SubmissionInput = {
    guests: answersOf(party, events).guests.map((guest, index) =>
      index === 1 ? { ...guest, name: "Jo Pereira", kitchenNote: "", diets: ["vegan"] } : guest
    ),
    note: "",
  };
  const key = aKey();

  const first = await send(deps, site, party, submission, key);
  const changes = await changesAfter(sql, site.id, 0, 100);
  const second = await send(deps, site, party, submission, key);

  assert.deepEqual(second, first);
  assert.deepEqual(await changesAfter(sql, site.id, 0, 100), changes);
});

Deno.test("five tries of one press at the same moment are taken once", async () => {
  const wedding = await aWedding(deps);
  const { site, dinner } = wedding;
  const party = await aPartyOf(deps, wedding);
  const key = aKey();

  const answers = await Promise.all(
    Array.from({ length: 5 }, () => send(deps, site, party, answersOf(party, [dinner]), key)),
  );

  for (const answer of answers) assert.deepEqual(answer, answers[0]);
  const changes = await changesAfter(sql, site.id, 0, 100);
  assert.equal(changes.filter(({ type }) => type === "reply.submitted").length, 1);
  assert.equal((await headcountOf(deps, site, dinner)).attending, 1);
});

Deno.test("a key that was used is refused for another body, and for another party", async () => {
  const wedding = await aWedding(deps);
  const { site, dinner } = wedding;
  const [party, others] = [await aPartyOf(deps, wedding), await aPartyOf(deps, wedding)];
  const key = aKey();
  await send(deps, site, party, answersOf(party, [dinner]), key);

  await assert.rejects(
    send(deps, site, party, answersOf(party, [dinner], false), key),
    refusedAs("idempotency-key-reused"),
  );
  await assert.rejects(
    send(deps, site, others, answersOf(others, [dinner]), key),
    refusedAs("idempotency-key-reused"),
  );
  await assert.rejects(
    withdrawReply(deps, site, party.party, { key, by: asServer }),
    refusedAs("idempotency-key-reused"),
  );
  assert.equal((await headcountOf(deps, site, dinner)).attending, 1);
});

Deno.test("the same key on two sites means nothing", async () => {
  const [one, other] = [await aWedding(deps), await aWedding(deps)];
  const key = aKey();

  for (const wedding of [one, other]) {
    const party = await aPartyOf(deps, wedding);
    await send(deps, wedding.site, party, answersOf(party, [wedding.dinner]), key);
  }

  assert.equal((await headcountOf(deps, other.site, other.dinner)).attending, 1);
});

Deno.test("a retry after the reply was taken back does not bring it back", async () => {
  const wedding = await aWedding(deps);
  const { site, dinner } = wedding;
  const party = await aPartyOf(deps, wedding);
  const key = aKey();
  await send(deps, site, party, answersOf(party, [dinner]), key);
  await withdrawReply(deps, site, party.party, { key: aKey(), by: asServer });

  await assert.rejects(
    send(deps, site, party, answersOf(party, [dinner]), key),
    refusedAs("idempotency-key-reused"),
  );

  assert.equal((await viewParty(deps, site, party.party)).reply, null);
  assert.equal((await headcountOf(deps, site, dinner)).pending, 1);
});

Deno.test("of two phones at once the later wins and both are in the log", async () => {
  const wedding = await aWedding(deps);
  const { site, dinner } = wedding;
  const party = await aPartyOf(deps, wedding);

  const sent = await Promise.all([
    send(deps, site, party, answersOf(party, [dinner], true)),
    send(deps, site, party, answersOf(party, [dinner], false)),
  ]);

  const later = sent.toSorted((left, right) => right.changeNumber - left.changeNumber)[0];
  assert.deepEqual((await viewParty(deps, site, party.party)).reply, later?.reply);
  const told = (await changesAfter(sql, site.id, 0, 100)).flatMap((change) =>
    change.type === "reply.submitted" ? [change.data] : []
  );
  assert.deepEqual(told.map(({ first }) => first), [true, false]);
  const attending = told.at(-1)?.replies[0]?.attending;
  assert.equal((await headcountOf(deps, site, dinner)).attending, attending ? 1 : 0);
});

Deno.test("more guests than an event has room for are refused, with how many it has", async () => {
  const wedding = await aWedding(deps, {}, { capacity: 3 });
  const { site, ceremony, dinner } = wedding;
  const couple = [{ name: "Ana Silva" }, { name: "Rui Silva" }];
  const [first, second] = [
    await aPartyOf(deps, wedding, couple),
    await aPartyOf(deps, wedding, couple),
  ];
  await send(deps, site, first, answersOf(first, [dinner]));

  assert.equal((await viewParty(deps, site, second.party)).events[1]?.left, 1);
  await assert.rejects(
    send(deps, site, second, answersOf(second, [ceremony, dinner])),
    refusedAs("event-full", { eventId: dinner.id, left: 1 }),
  );
  assert.equal((await viewParty(deps, site, second.party)).reply, null);
  assert.equal((await headcountOf(deps, site, ceremony)).attending, 0);

  // Whoever is in may change a meal, and make room.
  const { guests } = answersOf(first, [dinner]);
  const { view } = await send(deps, site, first, { guests: guests.slice(0, 1) });
  assert.equal(view.events[1]?.left, 3);
  await send(deps, site, second, answersOf(second, [dinner]));
  await assert.rejects(
    send(deps, site, first, { guests }),
    refusedAs("event-full", { left: 1 }),
  );
});

Deno.test("two parties race for the last seat and one gets it", async () => {
  const wedding = await aWedding(deps, {}, { capacity: 1 });
  const { site, dinner } = wedding;
  const parties = await Promise.all(Array.from({ length: 6 }, () => aPartyOf(deps, wedding)));

  const results = await Promise.allSettled(
    parties.map((party) => send(deps, site, party, answersOf(party, [dinner]))),
  );

  assert.equal(results.filter(({ status }) => status === "fulfilled").length, 1);
  for (const result of results) {
    if (result.status === "rejected") refusedAs("event-full", { left: 0 })(result.reason);
  }
  assert.equal((await headcountOf(deps, site, dinner)).attending, 1);
});

Deno.test("a party stays in an event whose capacity was lowered under it, and may shrink", async () => {
  const wedding = await aWedding(deps);
  const { site, dinner } = wedding;
  const party = await aPartyOf(deps, wedding, [{ name: "Ana" }, { name: "Rui" }, { name: "Eva" }]);
  await send(deps, site, party, answersOf(party, [dinner]));
  await sql`
    update events
    set capacity = 1
    where site_id = ${site.id} and event_id = ${dinner.id}
  `;

  await send(deps, site, party, { ...answersOf(party, [dinner]), note: "Still three!" });
  const { view } = await send(deps, site, party, {
    guests: answersOf(party, [dinner]).guests.slice(0, 2),
  });

  assert.equal((await headcountOf(deps, site, dinner)).attending, 2);
  assert.equal(view.events[1]?.left, 1);
});

const deadline = "2027-05-01T23:59:59+01:00";
const inTime = new Date("2027-05-01T22:59:59Z");
const tooLate = new Date("2027-05-01T22:59:59.001Z");

Deno.test("a reply after the deadline of a site that closes is refused with the couple's words", async () => {
  let now = inTime;
  const timed = await testDeps(sql, { now: () => now });
  const wedding = await aWedding(timed, {
    deadline: { at: deadline, after: "closed", message: "Please call us." },
  });
  const { site, dinner } = wedding;
  const party = await aPartyOf(timed, wedding);
  const key = aKey();
  const submission = answersOf(party, [dinner]);
  const taken = await send(timed, site, party, submission, key);
  now = tooLate;

  await assert.rejects(
    send(timed, site, party, answersOf(party, [dinner], false)),
    (error) => refusedAs("replies-closed")(error) && (error as Error).message === "Please call us.",
  );
  await assert.rejects(
    withdrawReply(timed, site, party.party, {
      key: aKey(),
      by: { kind: "guest", partyId: party.party.id },
    }),
    refusedAs("replies-closed"),
  );

  // What was taken in time stays taken when its answer got lost and the phone tries again.
  const again = await send(timed, site, party, submission, key);
  assert.deepEqual(again.reply, taken.reply);
  assert.equal((await viewParty(timed, site, party.party)).replies, "closed");
});

Deno.test("members may still write down a reply after the deadline", async () => {
  const timed = await testDeps(sql, { now: () => tooLate });
  const wedding = await aWedding(timed, { deadline: { at: deadline, after: "closed" } });
  const { site, dinner } = wedding;
  const party = await aPartyOf(timed, wedding);

  const { reply } = await submitReply(timed, site, party.party, {
    key: aKey(),
    submission: submissionSchema.parse(answersOf(party, [dinner])),
    by: { kind: "member", memberId: "member_1" },
  });

  assert.equal(reply.by, "member");
  assert.equal((await headcountOf(timed, site, dinner)).attending, 1);
});

Deno.test("a reply after the deadline of a site that stays open is taken and marked late", async () => {
  const timed = await testDeps(sql, { now: () => tooLate });
  const wedding = await aWedding(timed, { deadline: { at: deadline, after: "late" } });
  const { site, dinner } = wedding;
  const party = await aPartyOf(timed, wedding);

  const { reply, view } = await send(timed, site, party, answersOf(party, [dinner]));

  assert.equal(reply.late, true);
  assert.equal(view.replies, "late");
  const change = (await changesAfter(sql, site.id, 0, 100)).find(({ type }) =>
    type === "reply.submitted"
  );
  assert.equal(change?.type === "reply.submitted" && change.data.late, true);
});

Deno.test("the deadline is judged when the reply's turn has come, not when it arrived", async () => {
  let now = inTime;
  const timed = await testDeps(sql, { now: () => now });
  const wedding = await aWedding(timed, { deadline: { at: deadline, after: "closed" } });
  const { site, dinner } = wedding;
  const party = await aPartyOf(timed, wedding);
  const started = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();
  // Somebody else holds the site while the deadline passes.
  const holding = sql.begin(async (tx) => {
    await tx`select 1 from sites where site_id = ${site.id} for no key update`;
    started.resolve();
    await mayEnd.promise;
  });
  await started.promise;

  const sending = send(timed, site, party, answersOf(party, [dinner]));
  now = tooLate;
  mayEnd.resolve();
  await holding;

  await assert.rejects(sending, refusedAs("replies-closed"));
});

Deno.test("many parties at once leave a log without gaps whose chain is whole", async () => {
  const wedding = await aWedding(deps);
  const { site, ceremony, dinner } = wedding;
  const parties = await Promise.all(
    Array.from({ length: 25 }, () => aPartyOf(deps, wedding, [{ name: "Ana" }, { name: "Rui" }])),
  );

  await Promise.all(parties.flatMap((party) => [
    send(deps, site, party, answersOf(party, [ceremony, dinner])),
    send(deps, site, party, answersOf(party, [dinner], false)),
    withdrawReply(deps, site, party.party, { key: aKey(), by: asServer }),
    send(deps, site, party, answersOf(party, [ceremony])),
  ]));

  const changes = await changesAfter(sql, site.id, 0, 10_000);
  assert.deepEqual(changes.map(({ number }) => number), changes.map((_, index) => index + 1));
  assert.equal(await findBreak(site.id, changes), undefined);
  const submitted = changes.filter(({ type }) => type === "reply.submitted");
  assert.equal(submitted.length, 75);
  // Each count goes on where the one before it ended.
  const counts = changes.flatMap((change) =>
    change.type === "headcount.changed" && change.data.eventId === dinner.id ? [change.data] : []
  );
  for (const [index, { before }] of counts.entries()) {
    if (index > 0) assert.deepEqual(before, counts[index - 1]?.after);
  }
  assert.deepEqual(counts.at(-1)?.after, await headcountOf(deps, site, dinner));

  const forged = changes.map((change) =>
    change.number === 30 ? { ...change, at: "2020-01-01T00:00:00.000Z" } : change
  );
  assert.equal(await findBreak(site.id, forged), 30);
});

Deno.test("a submission that changes no number is still in the log, alone", async () => {
  const wedding = await aWedding(deps);
  const { site, dinner } = wedding;
  const party = await aPartyOf(deps, wedding);
  const { changeNumber } = await send(deps, site, party, answersOf(party, [dinner]));

  await send(deps, site, party, { ...answersOf(party, [dinner]), note: "One more thing" });

  const changes = await changesAfter(sql, site.id, changeNumber, 100);
  assert.deepEqual(changes.map(({ type }) => type), ["reply.submitted"]);
});

Deno.test("followers are woken once for what was taken, and not for what was refused or repeated", async () => {
  const woken: string[] = [];
  const waking = await testDeps(sql, { wake: (siteId) => woken.push(siteId) });
  const wedding = await aWedding(deps, {}, { capacity: 1 });
  const { site, dinner } = wedding;
  const [party, others] = [await aPartyOf(deps, wedding), await aPartyOf(deps, wedding)];
  const key = aKey();

  await send(waking, site, party, answersOf(party, [dinner]), key);
  await send(waking, site, party, answersOf(party, [dinner]), key);
  await assert.rejects(send(waking, site, others, answersOf(others, [dinner])));

  assert.deepEqual(woken, [site.id]);
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
