import { html } from "lit";
import { drawField } from "../pieces/field.ts";
import { drawPage } from "../pieces/page.ts";
import { drawQuestion } from "../pieces/question.ts";
import type { ShowingReply } from "../pieces/showing.ts";
import { placeTroubles } from "../pieces/placing.ts";
import type { ReplyState } from "../session/state.ts";
import { partyQuestions } from "../session/submission.ts";

/** The couple's questions to the party, and a word to the couple. */
export function drawQuestions(showing: ShowingReply, state: ReplyState) {
  const { words, reply } = showing;
  const { visit: { view }, draft, form } = state;
  const placing = placeTroubles(showing, state);
  const questions = partyQuestions(view, draft).map((question) =>
    drawQuestion(showing, {
      question,
      answers: draft.answers,
      id: question.id,
      trouble: placing.at({ questionId: question.id }),
      onAnswer: (answers) => reply.change({ answers }),
    })
  );
  return drawPage(showing, state, {
    heading: questions.length ? words.questionsHeading : words.wordHeading,
    body: html`
      ${questions}
      ${drawField({
        id: "word",
        label: words.wordLabel(form.names),
        optional: words.optional,
        value: draft.note,
        most: 2000,
        long: true,
        onType: (note) => reply.change({ note }),
      })}
    `,
    placing,
  });
}
