import { html, nothing } from "lit";
import { sendNote, typeNote } from "../session/note-desk.ts";
import type { NoteState } from "../session/state.ts";
import { drawContact } from "./contact.ts";
import { drawField } from "./field.ts";
import { onSend, type ShowingReply } from "./showing.ts";
import { drawTrap } from "./trap.ts";
import { drawTrouble, phraseOf, whileBusy } from "./trouble.ts";

/** A word to the couple, while it is written and once it is sent. */
export function drawOpenNote({ words, reply }: ShowingReply, { form, note }: NoteState) {
  const { names } = form;
  if (note.status === "sent") {
    return html`<p class="good opened" part="note-sent" tabindex="-1">${words.noteSent(names)}</p>`;
  }
  const { trouble } = note;
  const missing = (field: string) =>
    trouble?.questionId === field ? phraseOf(words, trouble) : undefined;
  const sending = note.status === "sending";
  return html`
    <form class="note" part="note" novalidate @submit="${onSend(() => sendNote(reply.core))}">
      <h3 class="opened" part="note-heading" tabindex="-1">${words.noteHeading(names)}</h3>
      ${drawField({
        id: "note-name",
        label: words.noteName,
        value: note.name,
        most: 120,
        autocomplete: "name",
        trouble: missing("name"),
        onType: (name) => typeNote(reply.core, { name }),
      })} ${drawField({
        id: "note-reach",
        label: words.noteReach,
        optional: words.optional,
        hint: words.noteReachHint,
        value: note.reach,
        most: 200,
        onType: (reach) => typeNote(reply.core, { reach }),
      })} ${drawField({
        id: "note-text",
        label: words.noteText,
        value: note.text,
        most: 1000,
        long: true,
        trouble: missing("text"),
        onType: (text) => typeNote(reply.core, { text }),
      })} ${drawTrap((subject) => typeNote(reply.core, { subject }))}
      ${trouble && !trouble.questionId
        ? [
          drawTrouble("note-trouble", phraseOf(words, trouble, { names })),
          drawContact(words, form),
        ]
        : nothing}
      <button part="button" aria-disabled="${sending && !trouble}">
        ${sending ? whileBusy(words, words.sendingNote, trouble) : words.sendNote}
      </button>
    </form>
  `;
}
