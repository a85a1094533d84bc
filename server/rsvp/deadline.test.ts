import assert from "node:assert/strict";
import { submissionSchema } from "../../shared/reply.ts";
import { changesAfter } from "../changes/changes.ts";
import { testDatabase } from "../testing/database.ts";
import {
  aKey,
  answersOf,
  aPartyOf,
  aWedding,
  headcountOf,
  send,
} from "../testing/fixtures-replies.ts";
import { refusedAs } from "../testing/refused-as.ts";
import { testDeps } from "../testing/test-deps.ts";
import { viewParty } from "./read-party.ts";
import { submitReply } from "./submit-reply.ts";
import { withdrawReply } from "./withdraw-reply.ts";

const sql = await testDatabase();

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
