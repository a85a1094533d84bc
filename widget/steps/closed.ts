import { html } from "lit";
import { drawCounter } from "../pieces/counter.ts";
import { drawHeading } from "../pieces/heading.ts";
import { drawNote } from "../pieces/note.ts";
import type { ShowingReply } from "../pieces/showing.ts";
import type { ClosedState } from "../session/state.ts";
import { asideFile } from "./aside-file.ts";

/** After the deadline: the couple's words, how to reach them, and a note that waits for them. */
export function drawClosed(showing: ShowingReply, state: ClosedState) {
  const { words } = showing;
  const { form, message } = state;
  const said = message ?? form.deadline?.message ?? words.closedText(form.names);
  return html`
    <div class="step" part="step closed">
      <p class="quiet" part="names"><bdi>${form.names}</bdi></p>
      ${drawHeading(words.closedHeading)}
      <p class="intro" part="intro" dir="auto">${said}</p>
      ${asideFile.file?.drawContact(words, form)} ${drawNote(showing, state)} ${drawCounter(
        showing,
        form,
      )}
    </div>
  `;
}
