import { html, nothing } from "lit";
import type { Answer, Answers, Question } from "../../shared/questions.ts";
import { drawChoices } from "./choices.ts";
import { drawField } from "./field.ts";
import type { ShowingReply } from "./showing.ts";

interface Asked {
  question: Question;
  answers: Answers;
  id: string;
  trouble: string | undefined;
  onAnswer: (answers: Answers) => void;
}

/** One of the couple's own questions. */
export function drawQuestion(
  { words }: ShowingReply,
  { question, answers, id, trouble, onAnswer }: Asked,
) {
  const answer = answers[question.id];
  const say = (next: Answer) => onAnswer({ ...answers, [question.id]: next });
  const optional = question.required ? {} : { optional: words.optional };
  if (question.kind === "text") {
    return drawField({
      id,
      label: question.label,
      ...optional,
      hint: question.note,
      value: typeof answer === "string" ? answer : "",
      most: 2000,
      trouble,
      onType: say,
    });
  }
  const common = {
    id,
    hint: question.note,
    trouble,
    legend: legendOf(question, words.optional),
  };
  if (question.kind === "yes-no") {
    return drawChoices({
      ...common,
      of: "one",
      as: "halves",
      choices: [
        { value: "yes", label: words.yes, chosen: answer === true },
        { value: "no", label: words.no, chosen: answer === false },
      ],
      onChoose: (value) => say(value === "yes"),
    });
  }
  const some = question.kind === "some-of";
  const chosen = Array.isArray(answer) ? answer : typeof answer === "string" ? [answer] : [];
  return drawChoices({
    ...common,
    of: some ? "some" : "one",
    as: "pills",
    choices: question.options.map((option) => ({
      value: option.id,
      label: option.label,
      chosen: chosen.some((one) => one === option.id),
    })),
    onChoose: (value, on) => {
      const option = question.options.find((one) => one.id === value)?.id;
      if (!option) return;
      if (!some) return say(option);
      const options = question.options.map((one) => one.id);
      say(options.filter((one) => one === option ? on : chosen.includes(one)));
    },
  });
}

function legendOf({ label, required }: Question, optional: string) {
  return html`<bdi>${label}</bdi>${
    required ? nothing : html`<span class="aside" part="aside">(${optional})</span>`
  }`;
}
