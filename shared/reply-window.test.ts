import assert from "node:assert/strict";
import { replyWindow } from "./reply-window.ts";

const at = "2027-05-01T23:59:59+01:00";
const moment = new Date(at).getTime();

Deno.test("replies are open while there is no deadline", () => {
  assert.equal(replyWindow(null, new Date()), "open");
});

Deno.test("replies are open up to the very moment, and then what the couple said", () => {
  for (const after of ["closed", "late"] as const) {
    const deadline = { at, after };

    assert.equal(replyWindow(deadline, new Date(moment - 1)), "open");
    assert.equal(replyWindow(deadline, new Date(moment)), "open");
    assert.equal(replyWindow(deadline, new Date(moment + 1)), after);
  }
});

Deno.test("a deadline is one moment everywhere, however its offset is written", () => {
  const spellings = [
    "2027-05-01T23:59:59+01:00",
    "2027-05-01T22:59:59Z",
    "2027-05-02T08:29:59+09:30",
  ];

  for (const spelling of spellings) {
    const deadline = { at: spelling, after: "closed" } as const;
    assert.equal(replyWindow(deadline, new Date(moment)), "open");
    assert.equal(replyWindow(deadline, new Date(moment + 1)), "closed");
  }
});
