import type { Actor } from "../../shared/changes.ts";
import type { Note } from "../../shared/guest-list.ts";
import type { NoteId } from "../../shared/ids.ts";
import { changeSite } from "../changes/change-site.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../problem.ts";
import type { SiteHead } from "../sites/sites.ts";
import { noteOf, updateNote } from "./notes.ts";
import { openNote } from "./sealed-note.ts";

/** Marks a note as settled, or as open again. Problems: `note-not-found`. */
export async function settleNote(
  deps: Pick<Deps, "sql" | "now" | "keys" | "wake">,
  site: SiteHead,
  by: Actor,
  noteId: NoteId,
  settled: boolean,
): Promise<Note> {
  const keys = await deps.keys.forSite(site);
  return changeSite(deps, site.id, by, {
    read: (tx) => noteOf(tx, site.id, noteId),
    async decide(_site, row) {
      if (!row) throw new Problem("note-not-found");
      const result = await openNote(keys, { ...row, settled });
      if (row.settled === settled) return { news: [], result };
      return {
        news: [{ type: "note.settled", data: { noteId, settled } }],
        write: (tx) => [updateNote(tx, site.id, { id: noteId, settled })],
        result,
      };
    },
  });
}
