import type { GuestId } from "../../shared/ids.ts";
import type { Answer, Answers, Question } from "../../shared/questions.ts";
import { Problem } from "../problem.ts";

/**
 * Keeps the answers to questions that are shown, each of the form its question takes.
 * `complete`: required questions must be answered (somebody comes).
 */
export function checkAnswers(
  answers: Answers,
  { known, shown, complete, guestId }: {
    known: readonly Question[];
    shown: readonly Question[];
    complete: boolean;
    guestId?: GuestId;
  },
): Answers {
  const where = guestId ? { guestId } : {};
  for (const questionId of Object.keys(answers)) {
    if (!known.some(({ id }) => id === questionId)) {
      throw new Problem("unknown-question", undefined, { ...where, questionId });
    }
  }
  const kept: [Question["id"], Answer][] = [];
  for (const question of shown) {
    const answer = answers[question.id];
    if (isMissing(answer)) {
      if (question.required && complete) {
        throw new Problem("answer-missing", undefined, { ...where, questionId: question.id });
      }
      continue;
    }
    if (!fits(question, answer)) {
      throw new Problem("answer-invalid", undefined, { ...where, questionId: question.id });
    }
    kept.push([question.id, answer]);
  }
  return Object.fromEntries(kept);
}

function isMissing(answer: Answer | undefined): answer is undefined {
  if (answer === undefined) return true;
  return typeof answer !== "boolean" && answer.length === 0;
}

function fits(question: Question, answer: Answer): boolean {
  switch (question.kind) {
    case "text":
      return typeof answer === "string";
    case "yes-no":
      return typeof answer === "boolean";
    case "one-of":
      return question.options.some(({ id }) => id === answer);
    case "some-of":
      return Array.isArray(answer) && new Set(answer).size === answer.length &&
        answer.every((id) => question.options.some((option) => option.id === id));
    default:
      return question satisfies never;
  }
}
