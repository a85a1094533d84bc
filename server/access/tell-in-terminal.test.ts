import assert from "node:assert/strict";
import { tellInTerminal } from "./tell-in-terminal.ts";

Deno.test("the link stands on a line of its own, easy to copy", async () => {
  let written = "";

  await tellInTerminal("ana@example.com", "https://rsvp.test/sign-in#abc", (text) => {
    written += text;
  });

  assert.match(written, /ana@example\.com/);
  assert.match(written, /\n\s*https:\/\/rsvp\.test\/sign-in#abc\n/);
});
