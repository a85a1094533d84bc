// Pure and free of zod: the element asks exactly the questions that the server expects.
import type { Answers, Question } from "./questions.ts";

/**
 * The questions to ask, given the answers so far: a conditional question is asked when the question it
 * depends on is itself asked and has that answer. `partyAnswers` serve guests' conditions on the party.
 */
export function visibleQuestions(
  questions: readonly Question[],
  asked: "guest" | "party",
  answers: Answers,
  partyAnswers: Answers = {},
): Question[] {
  const shown = new Set<string>();
  for (const question of questions) {
    const own = question.for === "party" ? (asked === "party" ? answers : partyAnswers) : answers;
    if (isShown(question, shown, { ...partyAnswers, ...own })) shown.add(question.id);
  }
  return questions.filter((question) => question.for === asked && shown.has(question.id));
}

function isShown(question: Question, shown: Set<string>, answers: Answers): boolean {
  const condition = question.shownWhen;
  if (!condition) return true;
  if (!shown.has(condition.question)) return false;
  const answer = answers[condition.question];
  return Array.isArray(answer)
    ? typeof condition.is === "string" && answer.includes(condition.is)
    : answer === condition.is;
}
