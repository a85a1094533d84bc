import assert from "node:assert/strict";
import type { QuestionId } from "../../shared/ids.ts";
import type { ProblemCode } from "../../shared/problems.ts";
import { type Answers, type Question, questionsSchema } from "../../shared/questions.ts";
import { Problem } from "../problem.ts";
import { testDatabase } from "../testing/database.ts";
import { aPartyOf, aWedding, guestAt, send } from "../testing/fixtures-replies.ts";
import { testDeps } from "../testing/test-deps.ts";
import { viewParty } from "./read-party.ts";

const sql = await testDatabase();
const deps = await testDeps(sql);

const bus = {
  id: "question_bus",
  label: "Do you need the bus?",
  for: "party",
  kind: "yes-no",
  required: true,
};
const stop = {
  id: "question_stop",
  label: "From where?",
  for: "party",
  kind: "one-of",
  required: true,
  options: [{ id: "option_hotel", label: "Hotel" }, { id: "option_station", label: "Station" }],
  shownWhen: { question: "question_bus", is: true },
};
const seat = {
  id: "question_seat",
  label: "Does this guest need a child's seat on the bus?",
  for: "guest",
  kind: "yes-no",
  required: true,
  shownWhen: { question: "question_bus", is: true },
};
const songs = {
  id: "question_songs",
  label: "What gets you dancing?",
  for: "guest",
  kind: "some-of",
  options: [{ id: "option_abba", label: "ABBA" }, { id: "option_polka", label: "Polka" }],
};
const step = {
  id: "question_step",
  label: "Which step?",
  for: "guest",
  kind: "text",
  required: true,
  shownWhen: { question: "question_songs", is: "option_polka" },
};
const questions: Question[] = questionsSchema.parse([bus, stop, seat, songs, step]);

/** A party of one that sends these answers. */
async function asked(
  party: Record<string, unknown>,
  guest: Record<string, unknown> = {},
  attending = true,
) {
  const wedding = await aWedding(deps, { questions });
  const invited = await aPartyOf(deps, wedding);
  const sent = send(deps, wedding.site, invited, {
    guests: [{
      guestId: guestAt(invited, 0),
      replies: [{ eventId: wedding.dinner.id, attending }],
      answers: guest as Answers,
    }],
    answers: party as Answers,
  });
  return {
    sent,
    guestId: guestAt(invited, 0),
    read: () => viewParty(deps, wedding.site, invited.party),
  };
}

async function assertRefused(
  { sent, guestId }: Awaited<ReturnType<typeof asked>>,
  code: ProblemCode,
  questionId: QuestionId,
  of: "party" | "guest",
) {
  await assert.rejects(sent, (error) => {
    assert.ok(error instanceof Problem, String(error));
    assert.equal(error.code, code);
    assert.deepEqual(error.more, of === "guest" ? { guestId, questionId } : { questionId });
    return true;
  });
}

Deno.test("answers of every kind are kept and read again", async () => {
  const { sent, read } = await asked(
    { question_bus: true, question_stop: "option_hotel" },
    {
      question_seat: false,
      question_songs: ["option_polka", "option_abba"],
      question_step: "  hop \u202E ",
    },
  );

  const { reply } = await sent;

  assert.deepEqual(reply.answers, { question_bus: true, question_stop: "option_hotel" });
  assert.deepEqual(reply.guests[0]?.answers, {
    question_seat: false,
    question_songs: ["option_polka", "option_abba"],
    question_step: "hop",
  });
  assert.deepEqual((await read()).reply, reply);
});

Deno.test("a required answer that is missing is refused, with its question", async () => {
  await assertRefused(await asked({}), "answer-missing", "question_bus", "party");
  await assertRefused(
    await asked({ question_bus: true }, { question_seat: true }),
    "answer-missing",
    "question_stop",
    "party",
  );
  const stopped = { question_bus: true, question_stop: "option_hotel" };
  await assertRefused(await asked(stopped), "answer-missing", "question_seat", "guest");
});

Deno.test("blanks do not answer a required question", async () => {
  const guest = { question_songs: ["option_polka"], question_step: " \n " };

  await assertRefused(
    await asked({ question_bus: false }, guest),
    "answer-missing",
    "question_step",
    "guest",
  );
});

Deno.test("a question whose condition is not met needs no answer, and one that comes is dropped", async () => {
  const { sent } = await asked(
    { question_bus: false, question_stop: "option_station" },
    { question_seat: true, question_songs: ["option_abba"], question_step: "hop" },
  );

  const { reply } = await sent;

  assert.deepEqual(reply.answers, { question_bus: false });
  assert.deepEqual(reply.guests[0]?.answers, { question_songs: ["option_abba"] });
});

Deno.test("whoever stays at home need not answer", async () => {
  const { sent } = await asked({}, {}, false);

  assert.deepEqual((await sent).reply.answers, {});
});

Deno.test("an answer that does not fit its question is refused", async () => {
  const misfits: [object, object, QuestionId, "party" | "guest"][] = [
    [{ question_bus: "yes" }, {}, "question_bus", "party"],
    [
      { question_bus: true, question_stop: "option_moon" },
      { question_seat: true },
      "question_stop",
      "party",
    ],
    [
      { question_bus: true, question_stop: true },
      { question_seat: true },
      "question_stop",
      "party",
    ],
    [{ question_bus: false }, { question_songs: "option_abba" }, "question_songs", "guest"],
    [{ question_bus: false }, { question_songs: ["option_moon"] }, "question_songs", "guest"],
    [
      { question_bus: false },
      { question_songs: ["option_abba", "option_abba"] },
      "question_songs",
      "guest",
    ],
    [
      { question_bus: false },
      { question_songs: ["option_polka"], question_step: ["option_abba"] },
      "question_step",
      "guest",
    ],
  ];

  for (const [party, guest, questionId, of] of misfits) {
    const attempt = await asked({ ...party }, { ...guest });
    await assertRefused(attempt, "answer-invalid", questionId, of);
  }
});

Deno.test("an answer to no question, or to one that is asked of somebody else, is refused", async () => {
  await assertRefused(
    await asked({ question_bus: false, question_moon: true }),
    "unknown-question",
    "question_moon",
    "party",
  );
  await assertRefused(
    await asked({ question_bus: false, question_songs: ["option_abba"] }),
    "unknown-question",
    "question_songs",
    "party",
  );
  await assertRefused(
    await asked({ question_bus: false }, { question_stop: "option_hotel" }),
    "unknown-question",
    "question_stop",
    "guest",
  );
});
