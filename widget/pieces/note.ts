import { html } from "lit";
import type { NoteState } from "../session/state.ts";
import { asideFile } from "../steps/aside-file.ts";
import type { Piece, ShowingReply } from "./showing.ts";
import { drawTrouble, phraseOf } from "./trouble.ts";

/** The way on for somebody whom the form cannot help: a word to the couple. */
export function drawNote(showing: ShowingReply, state: NoteState): Piece {
  const { words, reply } = showing;
  const { form: { names }, note: { status, trouble } } = state;
  if (status !== "closed" && asideFile.file) return asideFile.file.drawOpenNote(showing, state);

  const open = async () => {
    const file = await asideFile.load();
    if (file) file.openNote(reply.core);
    else reply.changeNote({ trouble: { code: "unreachable" } });
  };
  return html`
    <button type="button" part="button quiet-button" @click="${open}">
      ${words.askCouple(names)}
    </button>
    ${drawTrouble("note-trouble", trouble && phraseOf(words, trouble))}
  `;
}
