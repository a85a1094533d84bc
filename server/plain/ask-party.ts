import type { ReplyState } from "../../widget/session/state.ts";
import { partyQuestions } from "../../widget/session/submission.ts";
import { askQuestion } from "./ask-question.ts";
import type { Asked, Section } from "./asked.ts";
import type { Showing } from "./showing.ts";

/** The couple's questions to the party, and a word to the couple. */
export function askParty(showing: Showing, { draft, visit: { view } }: ReplyState): Section[] {
  const { words, form } = showing;
  const word: Asked = {
    name: "word",
    label: words.wordLabel(form.names),
    optional: true,
    control: { of: "text", value: draft.note, most: 2000, long: true },
    place: { questionId: "word" },
    take: (draft, [note = ""]) => ({ ...draft, note }),
  };
  const questions = partyQuestions(view, draft).map((question) =>
    askQuestion(showing, question, {
      name: `answer.${question.id}`,
      place: { questionId: question.id },
      answers: draft.answers,
      answersIn: (draft) => draft.answers,
      withAnswers: (draft, answers) => ({ ...draft, answers }),
    })
  );
  return [{ asked: [...questions, word] }];
}
