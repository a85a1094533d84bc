import assert from "node:assert/strict";
import fc from "fast-check";
import type { Question } from "./questions.ts";
import { visibleQuestions } from "./visible-questions.ts";

type Shown = Question["shownWhen"];

/** A question by a short name, and when it is asked. */
function aQuestion(name: string, overrides: Partial<Question> = {}, shownWhen?: Shown): Question {
  const question = { id: `question_${name}`, label: name, for: "guest", required: false } as const;
  const kind = { kind: "yes-no" } as const;
  return { ...question, ...kind, ...overrides, ...(shownWhen ? { shownWhen } : {}) } as Question;
}

const when = (name: string, is: Exclude<Shown, undefined>["is"]): Shown => ({
  question: `question_${name}`,
  is,
});
const namesOf = (questions: Question[]) => questions.map(({ label }) => label);

Deno.test("a question without a condition is asked of whom it is for, in the couple's order", () => {
  const questions = [aQuestion("b"), aQuestion("bus", { for: "party" }), aQuestion("a")];

  assert.deepEqual(namesOf(visibleQuestions(questions, "guest", {})), ["b", "a"]);
  assert.deepEqual(namesOf(visibleQuestions(questions, "party", {})), ["bus"]);
});

Deno.test("a conditional question is asked when the other answer is exactly that", () => {
  const questions = [aQuestion("bus"), aQuestion("stop", {}, when("bus", true))];
  const asked = (answer?: boolean) =>
    namesOf(
      visibleQuestions(questions, "guest", answer === undefined ? {} : { question_bus: answer }),
    );

  assert.deepEqual(asked(true), ["bus", "stop"]);
  assert.deepEqual(asked(false), ["bus"]);
  assert.deepEqual(asked(), ["bus"]);
});

Deno.test("a condition on options holds when that option is chosen, alone or among several", () => {
  const questions = [aQuestion("from", {}), aQuestion("ferry", {}, when("from", "option_island"))];
  const asked = (answer: string | string[]) =>
    namesOf(visibleQuestions(questions, "guest", { question_from: answer as never }));

  assert.deepEqual(asked("option_island"), ["from", "ferry"]);
  assert.deepEqual(asked(["option_town", "option_island"]), ["from", "ferry"]);
  assert.deepEqual(asked("option_town"), ["from"]);
  assert.deepEqual(asked([]), ["from"]);
});

Deno.test("no yes and no option is taken for another that is merely like it", () => {
  const questions = [aQuestion("bus"), aQuestion("stop", {}, when("bus", true))];
  const asked = (answer: unknown) =>
    namesOf(visibleQuestions(questions, "guest", { question_bus: answer as never }));

  for (const answer of ["true", 1, ["true"], [true], {}, null]) {
    assert.deepEqual(asked(answer), ["bus"]);
  }
});

Deno.test("a chain of conditions ends where one link is not asked, whatever was answered before", () => {
  const questions = [
    aQuestion("a"),
    aQuestion("b", {}, when("a", true)),
    aQuestion("c", {}, when("b", true)),
  ];
  const left = { question_a: false, question_b: true, question_c: true };

  assert.deepEqual(namesOf(visibleQuestions(questions, "guest", left)), ["a"]);
  assert.deepEqual(namesOf(visibleQuestions(questions, "guest", { ...left, question_a: true })), [
    "a",
    "b",
    "c",
  ]);
});

Deno.test("what guests are asked may depend on what the party answered, and on nothing else of it", () => {
  const questions = [
    aQuestion("bus", { for: "party" }),
    aQuestion("seat", {}, when("bus", true)),
  ];
  const asked = (own: object, party: object) =>
    namesOf(visibleQuestions(questions, "guest", own as never, party as never));

  assert.deepEqual(asked({}, { question_bus: true }), ["seat"]);
  assert.deepEqual(asked({}, { question_bus: false }), []);
  // A guest cannot answer for the party.
  assert.deepEqual(asked({ question_bus: true }, { question_bus: false }), []);
  assert.deepEqual(asked({ question_bus: true }, {}), []);
});

Deno.test("a condition on a question that is not there is never met", () => {
  const questions = [aQuestion("stop", {}, when("bus", true))];

  assert.deepEqual(visibleQuestions(questions, "guest", { question_bus: true }), []);
  assert.deepEqual(
    visibleQuestions([aQuestion("a", {}, when("__proto__", true))], "guest", {}),
    [],
  );
});

Deno.test("what is asked is always some of the questions, in their order, without those that depend on others unasked", () => {
  const names = ["a", "b", "c", "d", "e"];
  const arbitrary = fc.tuple(
    fc.array(fc.option(fc.tuple(fc.nat(4), fc.boolean())), { minLength: 5, maxLength: 5 }),
    fc.dictionary(fc.constantFrom(...names.map((name) => `question_${name}`)), fc.boolean()),
  );

  fc.assert(fc.property(arbitrary, ([conditions, answers]) => {
    const questions = conditions.map((condition, index) => {
      const [other = 0, is = true] = condition ?? [];
      const shown = condition && other < index ? when(names[other] ?? "", is) : undefined;
      return aQuestion(names[index] ?? "", {}, shown);
    });

    const asked = visibleQuestions(questions, "guest", answers);

    assert.deepEqual(asked, questions.filter((question) => asked.includes(question)));
    for (const question of questions) {
      const { shownWhen } = question;
      const open = !shownWhen || (asked.some(({ id }) => id === shownWhen.question) &&
        answers[shownWhen.question] === shownWhen.is);
      assert.equal(asked.includes(question), open);
    }
  }));
});
