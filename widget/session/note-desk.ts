import type { Core } from "./core.ts";
import type { ClosedState, FindState, NoteDraft, ThanksState } from "./state.ts";

type NoteState = FindState | ClosedState | ThanksState;

/** Opens the note to the couple, with the name that was typed already in it. */
export function openNote(core: Core, state: NoteState) {
  const name = state.note.name || (state.step === "find" ? state.name.trim() : "");
  core.show({ ...state, note: { ...state.note, name, status: "open" } });
}

export function changeNote(core: Core, state: NoteState, change: Partial<NoteDraft>) {
  core.show({ ...state, note: { ...state.note, ...change } });
}

/** Sends the note; it waits in the couple's list. */
export async function sendNote(core: Core, state: NoteState) {
  const { trouble: _, ...note } = state.note;
  if (note.status !== "open") return;
  const [name, reach, text] = [note.name.trim(), note.reach.trim(), note.text.trim()];
  if (!name || !text) {
    const trouble = { code: "answer-missing", questionId: name ? "text" : "name" } as const;
    return core.show({ ...state, note: { ...note, trouble } }, [trouble]);
  }
  core.show({ ...state, note: { ...note, status: "sending" } });
  const signal = core.signal();
  const told = await core.server.tellCouple({ name, text, ...(reach && { reach }) }, signal);
  if (signal.aborted) return;
  if (told.ok) return core.show({ ...state, note: { ...note, status: "sent" } });
  const { trouble } = told;
  core.show({ ...state, note: { ...note, status: "open", trouble } }, [trouble]);
}
