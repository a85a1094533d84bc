import { html, nothing } from "lit";
import type { ClosedState, FindState, ThanksState } from "../session/state.ts";
import { drawField } from "./field.ts";
import { onSend, type ShowingReply } from "./showing.ts";
import { drawTrouble, phraseOf } from "./trouble.ts";

/** The way on for somebody whom the form cannot help: a word to the couple. */
export function drawNote(
  { words, reply }: ShowingReply,
  { form, note }: FindState | ClosedState | ThanksState,
) {
  const { names } = form;
  if (note.status === "closed") {
    return html`
      <button type="button" part="button quiet-button" @click="${reply.openNote}">
        ${words.askCouple(names)}
      </button>
    `;
  }
  if (note.status === "sent") {
    return html`<p class="good opened" part="note-sent" tabindex="-1">${words.noteSent(names)}</p>`;
  }

  const { trouble } = note;
  const missing = (field: string) =>
    trouble?.questionId === field ? phraseOf(words, trouble) : undefined;
  const sending = note.status === "sending";
  return html`
    <form class="note" part="note" novalidate @submit="${onSend(reply.sendNote)}">
      <h3 class="opened" part="note-heading" tabindex="-1">${words.noteHeading(names)}</h3>
      ${drawField({
        id: "note-name",
        label: words.noteName,
        value: note.name,
        most: 120,
        autocomplete: "name",
        trouble: missing("name"),
        onType: (name) => reply.typeNote({ name }),
      })} ${drawField({
        id: "note-reach",
        label: words.noteReach,
        optional: words.optional,
        hint: words.noteReachHint,
        value: note.reach,
        most: 200,
        onType: (reach) => reply.typeNote({ reach }),
      })} ${drawField({
        id: "note-text",
        label: words.noteText,
        value: note.text,
        most: 1000,
        long: true,
        trouble: missing("text"),
        onType: (text) => reply.typeNote({ text }),
      })}
      ${trouble && !trouble.questionId
        ? drawTrouble("note-trouble", phraseOf(words, trouble, { names }))
        : nothing}
      <button part="button" aria-disabled="${sending}">
        ${sending ? words.sendingNote : words.sendNote}
      </button>
    </form>
  `;
}
