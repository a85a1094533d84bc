import type { Trouble } from "../../widget/session/trouble.ts";
import type { NoteFields } from "./fields.ts";
import { markup } from "./markup.ts";
import { noteForm } from "./note-form.ts";
import { plainPage } from "./page.ts";
import { phraseOf } from "./placing.ts";
import type { Showing } from "./showing.ts";

/** The note once more, with what is wrong in it. */
export function notePage(
  showing: Showing,
  note: Partial<NoteFields>,
  trouble: Trouble,
  status: number,
): Promise<Response> {
  const { words, form } = showing;
  const phrase = phraseOf(showing, trouble);
  const said = [{ phrase, at: `note-${trouble.questionId ?? "text"}` }];
  return plainPage(showing, {
    status,
    heading: words.noteHeading(form.names),
    troubles: said,
    kept: true,
    body: noteForm(showing, note, said),
  });
}

export function noteSentPage(showing: Showing): Promise<Response> {
  const { words, form, path } = showing;
  return plainPage(showing, {
    heading: words.noteHeading(form.names),
    body: markup`<p class="good" role="status">${words.noteSent(form.names)}</p>
    <p><a class="button plain" href="${path}/plain">${words.back}</a></p>`,
  });
}
