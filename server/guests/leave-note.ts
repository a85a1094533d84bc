import { newId } from "../../shared/ids.ts";
import type { NewNote } from "../../shared/party.ts";
import { changeSite } from "../changes/change-site.ts";
import type { Deps } from "../deps.ts";
import type { SiteHead } from "../sites/sites.ts";
import { insertNote } from "./notes.ts";
import { sealNote } from "./sealed-note.ts";

/** Keeps a word to the couple from somebody whom the form could not help. */
export async function leaveNote(
  deps: Pick<Deps, "sql" | "now" | "keys" | "wake">,
  site: SiteHead,
  note: NewNote,
): Promise<void> {
  const id = newId("note");
  const sealed = await sealNote(await deps.keys.forSite(site), id, note);
  const row = { id, sealed, receivedAt: deps.now(), settled: false };
  await changeSite(deps, site.id, { kind: "visitor" }, {
    read: () => Promise.resolve(),
    decide: () => ({
      news: [{ type: "note.received", data: { noteId: id } }],
      write: (tx) => [insertNote(tx, site.id, row)],
      result: undefined,
    }),
  });
}
