import { newNoteSchema } from "../../shared/party.ts";
import { problems } from "../../shared/problems.ts";
import type { Deps } from "../deps.ts";
import { leaveNote } from "../guests/leave-note.ts";
import { Problem } from "../problem.ts";
import { clearWithoutScript } from "../proofs/clear-without-script.ts";
import type { NoteFields } from "./fields.ts";
import { notePage } from "./note-pages.ts";
import { see } from "./see.ts";
import type { Showing } from "./showing.ts";

/** Keeps a word to the couple. */
export async function tellCouple(
  deps: Pick<Deps, "sql" | "keys" | "now" | "wake">,
  showing: Showing,
  fields: NoteFields,
  address: string,
): Promise<Response> {
  const { trapped, ...typed } = fields;
  const [name, reach, text] = [typed.name.trim(), typed.reach.trim(), typed.text.trim()];
  if (!name || !text) {
    const questionId = name ? "text" : "name";
    return await notePage(showing, fields, { code: "answer-missing", questionId }, 422);
  }
  const note = newNoteSchema.safeParse({ name, text, ...(reach && { reach }) });
  if (!note.success) return await notePage(showing, fields, { code: "invalid-input" }, 422);
  try {
    await clearWithoutScript(deps, { what: "note", site: showing.site, address, trapped });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, retryAfter = 1 } = error;
    const response = await notePage(showing, fields, { code }, problems[code].status);
    response.headers.set("retry-after", String(retryAfter));
    return response;
  }
  await leaveNote(deps, showing.site, note.data);
  return see(showing.path, { said: "noted" });
}
