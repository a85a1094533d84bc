import assert from "node:assert/strict";
import { aSheet, understood } from "../../testing/a-sheet.ts";

Deno.test("an empty cell beside others that say “no response” is pointed at: it may mean not invited", () => {
  const found = understood(aSheet(
    "First Name|Last Name|Ceremony - RSVP|Reception - RSVP",
    "Ana|Reed|Attending|",
    "Ben|Stone|No Response|No Response",
  ));

  assert.deepEqual(found.problems.map(({ code, column }) => [code, column?.header]), [
    ["reply-empty", "Reception - RSVP"],
  ]);
});

Deno.test("where every cell that is filled is an answer, an empty one is no reply yet", () => {
  const found = understood(aSheet(
    "First Name|Last Name|Ceremony - RSVP",
    "Ana|Reed|Attending",
    "Ben|Stone|",
  ));

  assert.deepEqual(found.problems, []);
  assert.equal(found.parties[1]?.guests[0]?.invited.event_ceremony, "pending");
});
