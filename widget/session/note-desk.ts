import type { NewNote } from "../../shared/party.ts";
import type { ReplyCore } from "./reply-desk.ts";
import type { NoteDraft, NoteState } from "./state.ts";
import { untilAnswered } from "./until-answered.ts";

/** Opens the note to the couple: what was written and not sent, or with the name that is known already in it. */
export function openNote(core: ReplyCore) {
  const state = stateOf(core);
  if (!state) return;
  const { trouble: _, ...note } = state.note;
  const known = state.step === "find" ? state.name.trim() : state.visit?.view.party.guests[0]?.name;
  const name = note.name || (known ?? "");
  core.show({ ...state, note: { ...note, name, ...keptNote(core), status: "open" } });
}

/** Changes what is written. A note that is on its way is called back. */
export function typeNote(core: ReplyCore, change: Partial<NoteDraft>) {
  const state = stateOf(core);
  if (!state) return;
  core.notingSignal();
  const { id: _, trouble, status, ...written } = { ...state.note, ...change };
  const said = status === "open" && trouble && { trouble };
  const note: NoteDraft = { ...written, status: "open", ...said };
  keepNote(core, note);
  core.show({ ...state, note });
}

/** Sends the note; it waits in the couple's list. A press while the line is away tries at once. */
export async function sendNote(core: ReplyCore) {
  const state = stateOf(core);
  if (!state) return;
  const { trouble, ...note } = state.note;
  if (note.status !== "open" && !(note.status === "sending" && trouble)) return;
  const [name, text] = [note.name.trim(), note.text.trim()];
  if (!name || !text) {
    const trouble = { code: "answer-missing", questionId: name ? "text" : "name" } as const;
    return core.show({ ...state, note: { ...note, trouble } }, [trouble]);
  }
  await deliver(core, { ...note, id: note.id ?? `note_${core.outside.newKey()}` });
}

/** One id until the server has answered. */
async function deliver(core: ReplyCore, note: NoteDraft & { id: NewNote["id"] }) {
  const signal = core.notingSignal(() => deliver(core, note));
  const { id, name, text, subject } = note;
  const reach = note.reach.trim();
  const body: NewNote = {
    ...{ id, name: name.trim(), text: text.trim() },
    ...(reach && { reach }),
    ...(subject && { subject }),
  };
  keepNote(core, note);
  showNote(core, { ...note, status: "sending" });
  const told = await untilAnswered(
    core.outside,
    () => core.server.ask("/notes", signal, { method: "POST", body }),
    signal,
    (trouble) => showNote(core, { ...note, status: "sending", trouble }),
  );
  if (signal.aborted) return;
  if (!told.ok) return showNote(core, { ...note, status: "open", trouble: told.trouble });
  core.outside.drafts.removeItem(placeOf(core));
  showNote(core, { ...note, status: "sent" });
}

/** What was answered on the page meanwhile stays; a page is told once of what lasts. */
function showNote(core: ReplyCore, note: NoteDraft) {
  const state = stateOf(core);
  if (!state) return;
  const { status, trouble } = note;
  const lasts = status === "sending" && trouble?.code === state.note.trouble?.code;
  core.show({ ...state, note }, trouble && !lasts ? [trouble] : []);
}

function keepNote(core: ReplyCore, { name, reach, text, id }: NoteDraft) {
  const kept = { name, reach, text, ...(id && { id }) };
  core.outside.drafts.setItem(placeOf(core), JSON.stringify(kept));
}

function keptNote(core: ReplyCore): Partial<NoteDraft> {
  try {
    return JSON.parse(core.outside.drafts.getItem(placeOf(core)) ?? "{}");
  } catch {
    return {};
  }
}

function placeOf({ place }: ReplyCore): string {
  return `${place} note`;
}

function stateOf(core: ReplyCore): NoteState | undefined {
  const state = core.state();
  return "note" in state ? state : undefined;
}
