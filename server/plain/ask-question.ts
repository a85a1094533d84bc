import type { Answer, Answers, Question } from "../../shared/questions.ts";
import type { Draft } from "../../widget/session/draft.ts";
import type { Asked } from "./asked.ts";
import type { Showing } from "./showing.ts";

interface Asking extends Pick<Asked, "name" | "place"> {
  answers: Answers;
  answersIn: (draft: Draft) => Answers;
  withAnswers: (draft: Draft, answers: Answers) => Draft;
}

/** One of the couple's own questions. */
export function askQuestion(
  { words }: Showing,
  question: Question,
  { name, place, answers, answersIn, withAnswers }: Asking,
): Asked {
  const answer = answers[question.id];
  const say = (draft: Draft, next: Answer) =>
    withAnswers(draft, { ...answersIn(draft), [question.id]: next });
  const common = {
    name,
    place,
    label: question.label,
    optional: !question.required,
    hint: question.note,
  };
  switch (question.kind) {
    case "text":
      return {
        ...common,
        control: { of: "text", value: typeof answer === "string" ? answer : "", most: 2000 },
        take: (draft, [text = ""]) => say(draft, text),
      };
    case "yes-no":
      return {
        ...common,
        control: {
          of: "one",
          as: "halves",
          choices: [
            { value: "yes", label: words.yes, chosen: answer === true },
            { value: "no", label: words.no, chosen: answer === false },
          ],
        },
        take: (draft, [said]) => said === undefined ? draft : say(draft, said === "yes"),
      };
    case "one-of":
    case "some-of":
      return { ...common, ...choiceOf(question, answer, say) };
    default:
      return question satisfies never;
  }
}

function choiceOf(
  { kind, options }: Extract<Question, { options: unknown }>,
  answer: Answer | undefined,
  say: (draft: Draft, answer: Answer) => Draft,
): Pick<Asked, "control" | "take"> {
  const chosen = Array.isArray(answer) ? answer : [answer];
  const some = kind === "some-of";
  return {
    control: {
      of: some ? "some" : "one",
      as: "pills",
      choices: options.map(({ id, label }) => ({
        value: id,
        label,
        chosen: chosen.some((one) => one === id),
      })),
    },
    take(draft, said) {
      const picked = options.map(({ id }) => id).filter((id) => said.includes(id));
      const [first] = picked;
      if (some) return say(draft, picked);
      return first ? say(draft, first) : draft;
    },
  };
}
