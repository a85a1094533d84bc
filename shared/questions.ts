import { z } from "zod";
import { givenIdSchema, idSchema } from "./ids.ts";
import { lineSchema, proseSchema } from "./text.ts";

const conditionSchema = z.strictObject({
  question: idSchema("question"),
  /** Shown when the other answer is this: true or false for yes/no, else the id of an option. */
  is: z.union([z.boolean(), idSchema("option")]),
});

const common = {
  label: lineSchema(300),
  note: lineSchema(300).optional(),
  /** Asked once of each guest who comes, or once of the party. */
  for: z.enum(["guest", "party"]),
  required: z.boolean().default(false),
  shownWhen: conditionSchema.optional(),
};

const option = { label: lineSchema(120) };
const optionsOf = <Option extends z.ZodType>(option: Option) => z.array(option).min(1).max(40);
const options = optionsOf(z.strictObject({ id: idSchema("option"), ...option }));
const optionsInput = optionsOf(z.strictObject({ id: givenIdSchema("option"), ...option }));

/** One of the couple's own questions. */
export const questionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ id: idSchema("question"), ...common, kind: z.literal("text") }),
  z.strictObject({ id: idSchema("question"), ...common, kind: z.literal("yes-no") }),
  z.strictObject({ id: idSchema("question"), ...common, kind: z.literal("one-of"), options }),
  z.strictObject({ id: idSchema("question"), ...common, kind: z.literal("some-of"), options }),
]);
export type Question = z.infer<typeof questionSchema>;

/** All questions of a site: ids are unique, and a condition names an earlier question that can have that answer. */
export const questionsSchema = z.array(questionSchema).max(40).superRefine(checkQuestions);

const given = { id: givenIdSchema("question"), ...common };

/**
 * Questions as they are sent: ids that are left out are made by the server. A question or option that a condition
 * names brings its own: `question_` or `option_` and up to 32 lower-case letters and digits.
 */
export const questionsInputSchema = z.array(z.discriminatedUnion("kind", [
  z.strictObject({ ...given, kind: z.literal("text") }),
  z.strictObject({ ...given, kind: z.literal("yes-no") }),
  z.strictObject({ ...given, kind: z.literal("one-of"), options: optionsInput }),
  z.strictObject({ ...given, kind: z.literal("some-of"), options: optionsInput }),
])).max(40).superRefine(checkQuestions);

function checkQuestions(questions: Question[], context: z.RefinementCtx): void {
  const earlier = new Map<string, Question>();
  for (const [index, question] of questions.entries()) {
    for (const message of complaints(question, earlier)) {
      context.addIssue({ code: "custom", path: [index], message });
    }
    earlier.set(question.id, question);
  }
}

function complaints(question: Question, earlier: ReadonlyMap<string, Question>): string[] {
  const found: string[] = [];
  if (earlier.has(question.id)) found.push("two questions have this id");
  const optionIds = optionIdsOf(question);
  if (new Set(optionIds).size < optionIds.length) found.push("two options have the same id");

  const { shownWhen } = question;
  const other = shownWhen && earlier.get(shownWhen.question);
  if (shownWhen && !other) found.push("shownWhen must name a question that comes before");
  if (!shownWhen || !other) return found;
  if (other.for === "guest" && question.for === "party") {
    found.push("a question for the party cannot depend on the answer of one guest");
  }
  const fits = other.kind === "yes-no"
    ? typeof shownWhen.is === "boolean"
    : optionIdsOf(other).some((id) => id === shownWhen.is);
  if (!fits) found.push("shownWhen names an answer that the other question cannot have");
  return found;
}

function optionIdsOf(question: Question): string[] {
  return "options" in question ? question.options.map(({ id }) => id) : [];
}

/** text → string, yes-no → boolean, one-of → option id, some-of → option ids. */
export const answerSchema = z.union([
  z.boolean(),
  proseSchema(2000),
  z.array(idSchema("option")).max(40),
]);
export type Answer = z.infer<typeof answerSchema>;

/** Answers by question id. */
export const answersSchema = z.record(idSchema("question"), answerSchema)
  .refine((answers) => Object.keys(answers).length <= 40, "at most 40 answers");
export type Answers = z.infer<typeof answersSchema>;
