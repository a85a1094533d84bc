import { z } from "zod";
import { idSchema } from "./ids.ts";
import { lineSchema } from "./text.ts";

const optionSchema = z.strictObject({ id: idSchema("option"), label: lineSchema(120) });

const conditionSchema = z.strictObject({
  question: idSchema("question"),
  /** Shown when the other answer is this: true or false for yes/no, else the id of an option. */
  is: z.union([z.boolean(), idSchema("option")]),
});

const common = {
  id: idSchema("question"),
  label: lineSchema(300),
  note: lineSchema(300).optional(),
  /** Asked once of each guest who comes, or once of the party. */
  for: z.enum(["guest", "party"]),
  required: z.boolean().default(false),
  shownWhen: conditionSchema.optional(),
};

/** One of the couple's own questions. */
export const questionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...common, kind: z.literal("text") }),
  z.strictObject({ ...common, kind: z.literal("yes-no") }),
  z.strictObject({
    ...common,
    kind: z.literal("one-of"),
    options: z.array(optionSchema).min(1).max(40),
  }),
  z.strictObject({
    ...common,
    kind: z.literal("some-of"),
    options: z.array(optionSchema).min(1).max(40),
  }),
]);
export type Question = z.infer<typeof questionSchema>;

/** All questions of a site: ids are unique, and a condition names an earlier question of the same kind of asker. */
export const questionsSchema = z.array(questionSchema).max(40).superRefine((questions, context) => {
  const earlier = new Map<string, Question>();
  for (const [index, question] of questions.entries()) {
    const complain = (message: string) =>
      context.addIssue({ code: "custom", path: [index], message });
    if (earlier.has(question.id)) complain("two questions have this id");
    const other = question.shownWhen && earlier.get(question.shownWhen.question);
    if (question.shownWhen && !other) complain("shownWhen must name a question that comes before");
    if (other && other.for === "guest" && question.for === "party") {
      complain("a question for the party cannot depend on the answer of one guest");
    }
    earlier.set(question.id, question);
  }
});

/** text → string, yes-no → boolean, one-of → option id, some-of → option ids. */
export const answerSchema = z.union([
  z.boolean(),
  z.string().max(2000),
  z.array(idSchema("option")).max(40),
]);
export type Answer = z.infer<typeof answerSchema>;

/** Answers by question id. */
export const answersSchema = z.record(idSchema("question"), answerSchema)
  .refine((answers) => Object.keys(answers).length <= 40, "at most 40 answers");
export type Answers = z.infer<typeof answersSchema>;
