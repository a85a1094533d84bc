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
  const said = { party: asked === "party" ? answers : partyAnswers, guest: answers };
  const shown = new Map<string, Question>();
  for (const question of questions) {
    if (isShown(question, shown, said)) shown.set(question.id, question);
  }
  return questions.filter((question) => question.for === asked && shown.has(question.id));
}

function isShown(
  { shownWhen }: Question,
  shown: ReadonlyMap<string, Question>,
  said: Record<Question["for"], Answers>,
): boolean {
  if (!shownWhen) return true;
  const other = shown.get(shownWhen.question);
  if (!other) return false;
  // What the party is asked, the party has answered: a guest's own answers say nothing about it.
  const answer = said[other.for][other.id];
  return Array.isArray(answer)
    ? typeof shownWhen.is === "string" && answer.includes(shownWhen.is)
    : answer === shownWhen.is;
}
