import type { NewNote } from "../../shared/party.ts";
import { changeSite } from "../changes/change-site.ts";
import type { Deps } from "../deps.ts";
import type { SiteHead } from "../sites/sites.ts";
import { insertNote, noteOf } from "./notes.ts";
import { sealNote } from "./sealed-note.ts";

/** Keeps a word to the couple from somebody whom the form could not help. The same note once more changes nothing. */
export async function leaveNote(
  deps: Pick<Deps, "sql" | "now" | "keys" | "wake">,
  site: SiteHead,
  { id, ...note }: NewNote,
): Promise<void> {
  const sealed = await sealNote(await deps.keys.forSite(site), id, note);
  const row = { id, sealed, receivedAt: deps.now(), settled: false };
  await changeSite(deps, site.id, { kind: "visitor" }, {
    read: (tx) => noteOf(tx, site.id, id),
    decide: (_, known) =>
      known ? { news: [], result: undefined } : {
        news: [{ type: "note.received", data: { noteId: id } }],
        write: (tx) => [insertNote(tx, site.id, row)],
        result: undefined,
      },
  });
}
