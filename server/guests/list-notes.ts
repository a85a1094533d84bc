import type { Notes, NotesQuery } from "../../shared/guest-list.ts";
import type { Deps } from "../deps.ts";
import type { SiteHead } from "../sites/sites.ts";
import { notesOf } from "./notes.ts";
import { openNote } from "./sealed-note.ts";

/** A page of the notes that people left, the newest first. */
export async function listNotes(
  { sql, keys }: Pick<Deps, "sql" | "keys">,
  site: SiteHead,
  { after, limit }: NotesQuery,
): Promise<Notes> {
  const found = await notesOf(sql, site.id, { after: after ?? null, most: limit + 1 });
  const rows = found.slice(0, limit);
  const siteKeys = await keys.forSite(site);
  return {
    notes: await Promise.all(rows.map((row) => openNote(siteKeys, row))),
    next: found.length > limit ? rows.at(-1)?.id ?? null : null,
  };
}
