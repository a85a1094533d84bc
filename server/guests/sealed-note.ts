import type { Note } from "../../shared/guest-list.ts";
import type { NoteId } from "../../shared/ids.ts";
import type { NewNote } from "../../shared/party.ts";
import type { SiteKeys } from "../access/keys.ts";
import type { NoteRow } from "./notes.ts";

export function sealNote(
  keys: SiteKeys,
  noteId: NoteId,
  note: Omit<NewNote, "id">,
): Promise<Uint8Array> {
  return keys.seal(note, `notes|${noteId}|sealed`);
}

export async function openNote(
  keys: SiteKeys,
  { id, sealed, receivedAt, settled }: NoteRow,
): Promise<Note> {
  const note = await keys.unseal<Omit<NewNote, "id">>(sealed, `notes|${id}|sealed`);
  return { id, ...note, receivedAt: receivedAt.toISOString(), settled };
}
