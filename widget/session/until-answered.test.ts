import assert from "node:assert/strict";
import { pauseAfter } from "./until-answered.ts";

Deno.test("pauseAfter() doubles from one second to one minute", () => {
  const pauses = [0, 1, 2, 5, 6, 20].map((tries) => pauseAfter(tries, { code: "stopping" }, 0.5));

  assert.deepEqual(pauses, [1000, 2000, 4000, 32_000, 60_000, 60_000]);
});

Deno.test("pauseAfter() spreads the tries of many guests, and never asks before it may", () => {
  assert.equal(pauseAfter(0, { code: "stopping" }, 0), 800);
  assert.equal(pauseAfter(0, { code: "stopping" }, 1), 1200);
  assert.equal(pauseAfter(0, { code: "too-many-requests", after: 30 }, 0), 30_000);
});
