import assert from "node:assert/strict";
import { questionsInputSchema, questionsSchema } from "./questions.ts";

const bus = { id: "question_bus", kind: "yes-no", for: "party", label: "A seat on the bus?" };
const town = {
  id: "question_town",
  kind: "one-of",
  for: "party",
  label: "From which town?",
  options: [{ id: "option_sintra", label: "Sintra" }, { id: "option_lisbon", label: "Lisbon" }],
};
const song = { id: "question_song", kind: "text", for: "guest", label: "Which song?" };

function complaintsAbout(questions: object[]): string[] {
  const result = questionsInputSchema.safeParse(questions);
  return result.error?.issues.map(({ path, message }) => [...path, message].join(" ")) ?? [];
}

Deno.test("questions that are sent may lack ids; questions that are told have them", () => {
  const { id: _, ...newBus } = bus;
  const options = [{ label: "Sintra" }];

  const questions = questionsInputSchema.parse([newBus, { ...town, options }]);

  assert.match(questions[0]?.id ?? "", /^question_[0-9a-z]{16}$/);
  assert.deepEqual(questionsSchema.parse(questions), questions);
  assert.ok(!questionsSchema.safeParse([newBus]).success);
});

Deno.test("a condition names a question before, and an answer which that can have", () => {
  const after = (question: string, is: unknown) => [
    bus,
    town,
    { ...song, shownWhen: { question, is } },
  ];
  const impossible = ["2 shownWhen names an answer that the other question cannot have"];

  assert.deepEqual(complaintsAbout(after("question_bus", false)), []);
  assert.deepEqual(complaintsAbout(after("question_town", "option_lisbon")), []);
  assert.deepEqual(complaintsAbout(after("question_bus", "option_lisbon")), impossible);
  assert.deepEqual(complaintsAbout(after("question_town", "option_porto")), impossible);
  assert.deepEqual(complaintsAbout(after("question_town", true)), impossible);
  assert.deepEqual(complaintsAbout([{ ...song, shownWhen: { question: bus.id, is: true } }, bus]), [
    "0 shownWhen must name a question that comes before",
  ]);
});

Deno.test("what the party is asked does not depend on one guest", () => {
  const hungry = { ...bus, id: "question_hungry", for: "guest" };

  assert.deepEqual(
    complaintsAbout([hungry, { ...town, shownWhen: { question: hungry.id, is: true } }]),
    ["1 a question for the party cannot depend on the answer of one guest"],
  );
});

Deno.test("neither two questions nor two options share an id", () => {
  const options = [{ id: "option_1", label: "Yes" }, { id: "option_1", label: "No" }];

  assert.deepEqual(complaintsAbout([bus, { ...song, id: bus.id }]), [
    "1 two questions have this id",
  ]);
  assert.deepEqual(complaintsAbout([{ ...town, options }]), ["0 two options have the same id"]);
});
