import { z } from "zod";
import {
  noteChangesSchema,
  noteSchema,
  notesQuerySchema,
  notesSchema,
} from "../../shared/guest-list.ts";
import type { NoteId } from "../../shared/ids.ts";
import { newNoteSchema } from "../../shared/party.ts";
import { type AnyRoute, route } from "../http/route.ts";
import { noting } from "../proofs/paces.ts";
import { leaveNote } from "./leave-note.ts";
import { listNotes } from "./list-notes.ts";
import { settleNote } from "./settle-note.ts";

const tag = "Notes";

export const noteRoutes: AnyRoute[] = [
  route({
    method: "POST",
    path: "/v1/sites/:site/notes",
    who: "visitor",
    tag,
    summary: "Tell the couple what the form could not help with",
    body: newNoteSchema,
    status: 201,
    answer: z.strictObject({}),
    ...noting,
    async run({ deps, site, body: { subject: _, ...note } }) {
      await leaveNote(deps, site, note);
      return {};
    },
  }),
  route({
    method: "GET",
    path: "/v1/sites/:site/notes",
    who: "viewer",
    tag,
    summary: "Notes to the couple, the newest first",
    query: notesQuerySchema,
    answer: notesSchema,
    run: ({ deps, site, query }) => listNotes(deps, site, query),
  }),
  route({
    method: "PATCH",
    path: "/v1/sites/:site/notes/:note",
    who: "planner",
    tag,
    summary: "Mark a note as settled, or as open again",
    body: noteChangesSchema,
    answer: noteSchema,
    problems: ["note-not-found"],
    run: ({ deps, site, by, params, body }) =>
      settleNote(deps, site, by, params.note as NoteId, body.settled),
  }),
];
