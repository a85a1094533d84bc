import { html, nothing } from "lit";
import type { Answer, Answers, Question } from "../../shared/questions.ts";
import { drawChoices } from "../pieces/choices.ts";
import { drawField } from "../pieces/field.ts";
import { drawPage } from "../pieces/page.ts";
import type { ShowingReply } from "../pieces/showing.ts";
import { placeTroubles } from "../pieces/trouble.ts";
import { guestIn } from "../session/draft.ts";
import type { ReplyState } from "../session/state.ts";
import { comers, guestQuestions, partyQuestions } from "../session/submission.ts";
import { nameOf } from "../summary.ts";

/** The couple's own questions, for each guest and for the party, and a word to the couple. */
export function drawQuestions(showing: ShowingReply, state: ReplyState) {
  const { words, reply } = showing;
  const { visit: { view }, draft, form } = state;
  const placing = placeTroubles(words, form, state.troubles);
  const ours = partyQuestions(view, draft);
  const theirs = comers(view, draft)
    .map((guest) => ({ guest, asked: guestQuestions(view, draft, guest) }))
    .filter(({ asked }) => asked.length);
  return drawPage(showing, state, {
    heading: ours.length + theirs.length ? words.questionsHeading : words.wordHeading,
    body: html`
      ${theirs.map(({ guest, asked }) => {
        const { answers, name } = guestIn(draft, guest.id);
        return html`
          <section class="guest" part="guest" role="group" aria-labelledby="${guest.id}">
            <h3 id="${guest.id}" part="guest-name">
              ${nameOf(showing, guest, guest.kind === "open" ? { name } : {})}
            </h3>
            ${asked.map((question) =>
              drawQuestion(showing, {
                question,
                answers,
                id: `${guest.id}-${question.id}`,
                trouble: placing.at({ guestId: guest.id, questionId: question.id }),
                onAnswer: (next) => reply.changeGuest(guest.id, { answers: next }),
              })
            )}
          </section>
        `;
      })} ${ours.length
        ? html`
          <section class="guest" part="guest">
            ${ours.map((question) =>
              drawQuestion(showing, {
                question,
                answers: draft.answers,
                id: question.id,
                trouble: placing.at({ questionId: question.id }),
                onAnswer: (answers) => reply.change({ answers }),
              })
            )}
          </section>
        `
        : nothing} ${drawField({
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
    next: words.next,
    onNext: reply.next,
    back: { label: words.back, act: reply.back },
  });
}

interface Asked {
  question: Question;
  answers: Answers;
  id: string;
  trouble: string | undefined;
  onAnswer: (answers: Answers) => void;
}

function drawQuestion(
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
  const common = { id, hint: question.note, trouble, legend: legendOf(question, words.optional) };
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
  return html`${label}${
    required ? nothing : html`
      <span class="quiet">(${optional})</span>
    `
  }`;
}
