import assert from "node:assert/strict";
import { emptyHeadcount } from "../../shared/headcount.ts";
import type { EventId } from "../../shared/ids.ts";
import { questionsSchema } from "../../shared/questions.ts";
import { type Reply, type SubmissionInput, submissionSchema } from "../../shared/reply.ts";
import { changesAfter } from "../changes/changes.ts";
import { recountHeadcounts } from "../headcount/recount-headcounts.ts";
import { changeSiteSettings } from "../sites/change-site-settings.ts";
import { removeEvent } from "../sites/remove-event.ts";
import { testDatabase } from "../testing/database.ts";
import { asServer } from "../testing/fixtures.ts";
import {
  aKey,
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
import { submitReply } from "./submit-reply.ts";
import { withdrawReply } from "./withdraw-reply.ts";

const sql = await testDatabase();
const deps = await testDeps(sql);

const says = ({ id }: { id: EventId }, attending: Reply["attending"]) => ({
  eventId: id,
  attending,
});

Deno.test("a guest who is not sure yet has said so, is pending, and may decide later", async () => {
  const wedding = await aWedding(deps, { notSure: true });
  const { site, ceremony, dinner } = wedding;
  const party = await aPartyOf(deps, wedding, [{ name: "Ana Silva" }, { name: "Rui Silva" }]);
  const [ana, rui] = [guestAt(party, 0), guestAt(party, 1)];
  const of = (attending: Reply["attending"]): SubmissionInput => ({
    guests: [
      { guestId: ana, replies: [says(ceremony, true), says(dinner, attending)] },
      { guestId: rui, replies: [says(dinner, false)] },
    ],
  });

  const { reply, view, changeNumber } = await send(deps, site, party, of(null));
  const unsure = await headcountOf(deps, site, dinner);
  const recounted = await recountHeadcounts(deps, site);
  await send(deps, site, party, of(true));

  const [said] = reply.guests;
  assert.deepEqual(said?.replies.find(({ eventId }) => eventId === dinner.id), {
    ...says(dinner, null),
    meals: {},
  });
  assert.deepEqual(view.reply, reply);
  assert.deepEqual(unsure, {
    ...emptyHeadcount(),
    invited: 2,
    declined: 1,
    pending: 1,
    unsure: 1,
  });
  assert.deepEqual(recounted.get(dinner.id), unsure);
  const decided = await headcountOf(deps, site, dinner);
  assert.deepEqual([decided.attending, decided.pending, decided.unsure], [1, 0, 0]);

  const news = await changesAfter(sql, site.id, 0, 100);
  const [first] = news.filter(({ type }) => type === "reply.submitted");
  assert.ok(first?.type === "reply.submitted");
  assert.deepEqual(
    first.data.replies.find(({ guestId, eventId }) => guestId === ana && eventId === dinner.id),
    { guestId: ana, ...says(dinner, null) },
  );
  const moved = news.find(({ type, number, data }) =>
    type === "headcount.changed" && number <= changeNumber && data.after.unsure === 1
  );
  assert.ok(moved?.type === "headcount.changed" && moved.data.before.unsure === 0);
});

Deno.test("where the couple does not offer it, guests are refused, and members note what they heard", async () => {
  const wedding = await aWedding(deps);
  const { site, dinner } = wedding;
  const party = await aPartyOf(deps, wedding);
  const guestId = guestAt(party, 0);
  const unsure = { guests: [{ guestId, replies: [says(dinner, null)] }] };

  await assert.rejects(
    send(deps, site, party, unsure),
    refusedAs("unsure-not-offered", { guestId, eventId: dinner.id }),
  );
  assert.equal((await viewParty(deps, site, party.party)).reply, null);

  const { reply } = await submitReply(deps, site, party.party, {
    key: aKey(),
    submission: submissionSchema.parse(unsure),
    by: asServer,
  });
  assert.equal(reply.guests[0]?.replies[0]?.attending, null);
});

Deno.test("what was said stays when the couple asks for a decision; the next reply must decide", async () => {
  const wedding = await aWedding(deps, { notSure: true });
  const { site, dinner } = wedding;
  const party = await aPartyOf(deps, wedding);
  const unsure = { guests: [{ guestId: guestAt(party, 0), replies: [says(dinner, null)] }] };
  const key = aKey();
  const { reply } = await send(deps, site, party, unsure, key);

  await changeSiteSettings(deps, site.id, asServer, { notSure: false });

  assert.deepEqual((await viewParty(deps, site, party.party)).reply, reply);
  assert.equal((await headcountOf(deps, site, dinner)).unsure, 1);
  // The same press of Send, whose answer got lost, was taken while it was offered.
  assert.deepEqual((await send(deps, site, party, unsure, key)).reply, reply);
  await assert.rejects(send(deps, site, party, unsure), refusedAs("unsure-not-offered"));
  await withdrawReply(deps, site, party.party, { key: aKey(), by: asServer });
  assert.deepEqual(await headcountOf(deps, site, dinner), {
    ...emptyHeadcount(),
    invited: 1,
    pending: 1,
  });
});

Deno.test("who is not sure takes no place, needs no name and is not asked what only comers are", async () => {
  const questions = questionsSchema.parse([
    { id: "question_bus", label: "Bus?", for: "party", kind: "yes-no", required: true },
    { id: "question_song", label: "A song?", for: "guest", kind: "text", required: true },
  ]);
  const wedding = await aWedding(deps, { notSure: true, questions }, { capacity: 0 });
  const { site, dinner } = wedding;
  const party = await aPartyOf(deps, wedding, [{ name: "Ana Silva" }, {}]);

  const { view } = await send(deps, site, party, {
    guests: party.guests.map(({ id }) => ({ guestId: id, replies: [says(dinner, null)] })),
  });

  assert.equal((await headcountOf(deps, site, dinner)).unsure, 2);
  assert.equal(view.events.find(({ id }) => id === dinner.id)?.left, 0);
  assert.equal(view.party.guests[1]?.name, null);
});

Deno.test("the kitchen's business is kept of guests who come somewhere, and of nobody else", async () => {
  const wedding = await aWedding(deps, { notSure: true });
  const { site, ceremony, dinner } = wedding;
  const names = ["Ana", "Ben", "Eva"].map((name) => ({ name }));
  const party = await aPartyOf(deps, wedding, names);
  const needs = {
    diets: ["vegan" as const],
    allergies: [{ allergen: "nuts" as const, severity: "allergy" as const }],
    kitchenNote: "No seeds",
  };

  const { reply } = await send(deps, site, party, {
    guests: [null, false, true].map((attending, at) => ({
      guestId: guestAt(party, at),
      replies: [says(ceremony, attending), says(dinner, null)],
      ...needs,
    })),
  });

  assert.deepEqual(
    reply.guests.map(({ diets, allergies, kitchenNote }) => ({ diets, allergies, kitchenNote })),
    [
      { diets: [], allergies: [], kitchenNote: undefined },
      { diets: [], allergies: [], kitchenNote: undefined },
      needs,
    ],
  );
  assert.deepEqual((await viewParty(deps, site, party.party)).reply, reply);
  assert.deepEqual((await headcountOf(deps, site, ceremony)).diets, { vegan: 1 });
  assert.deepEqual((await headcountOf(deps, site, dinner)).diets, {});
});

Deno.test("who is not sure chooses no meal yet", async () => {
  const wedding = await aWedding(deps, { notSure: true });
  const { site, dinner } = wedding;
  const party = await aPartyOf(deps, wedding);
  const guestId = guestAt(party, 0);
  const replies = [{ ...says(dinner, null), meals: { [mains]: meals.fish } }];

  await assert.rejects(
    send(deps, site, party, { guests: [{ guestId, replies }] }),
    refusedAs("unknown-meal", { guestId, eventId: dinner.id, courseId: mains }),
  );
});

Deno.test("an event stays while somebody has said of it that they are not sure yet", async () => {
  const wedding = await aWedding(deps, { notSure: true });
  const { site, dinner } = wedding;
  const party = await aPartyOf(deps, wedding);
  await send(deps, site, party, {
    guests: [{ guestId: guestAt(party, 0), replies: [says(dinner, null)] }],
  });

  await assert.rejects(
    removeEvent(deps, site.id, asServer, dinner.id),
    refusedAs("event-has-replies"),
  );
});
