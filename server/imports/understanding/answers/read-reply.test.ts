import assert from "node:assert/strict";
import { readReply } from "./read-reply.ts";

const values: [cell: string, said: string | null, count?: number | null, remark?: string][] = [
  ["Attending", "attending"],
  ["Not Attending", "declined"],
  ["not  attending.", "declined"],
  ["Regret", "declined"],
  ["Regretfully Decline", "declined"],
  ["Joyfully Accept", "attending"],
  ["No Response", "pending"],
  ["No", "declined"],
  ["N", "declined"],
  ["nope", "declined"],
  ["✓", "attending"],
  ["Sí", "attending"],
  ["kommt nicht", "declined"],
  ["kommt", "attending"],
  ["noch keine Antwort", "pending"],
  ["vielleicht", "unsure"],
  ["Maybe", "unsure"],
  ["Not invited", "not-invited"],
  ["Accepted (2 of 2)", "attending", 2],
  ["Accepted (1 of 3)", "attending", 1],
  ["Yes (0 of 2)", "declined", 0],
  ["2", "attending", 2],
  ["0", "declined", 0],
  ["No reply - call 6 June", "pending", null, "call 6 June"],
  ["Declined – abroad", "declined", null, "abroad"],
  ["Yes, with pleasure", "attending", null, "with pleasure"],
  ["Maybe?", "unsure"],
  ["Attending?", null],
  ["Yes??", null],
  // Words are in these that would say the opposite, or anything.
  ["will be attending if not working", null],
  ["no idea", null],
  ["nobody knows", null],
  ["yesterday", null],
];

for (const [cell, said, count, remark] of values) {
  Deno.test(`“${cell}” says ${said ?? "nothing that is known"}`, () => {
    assert.deepEqual(readReply(cell), { said, count: count ?? null, remark: remark ?? null });
  });
}
