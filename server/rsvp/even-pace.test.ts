import assert from "node:assert/strict";
import fc from "fast-check";
import { atEvenPace } from "./even-pace.ts";

/** A clock that moves only when somebody waits. */
function aClock() {
  let at = 1_000;
  return {
    now: () => at,
    wait: (ms: number) => {
      at += ms;
      return Promise.resolve();
    },
  };
}

Deno.test("answers and refusals come at a multiple of the step, however long the work took", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.double({ min: 0, max: 2_000, noNaN: true }),
      fc.boolean(),
      async (took, fails) => {
        const clock = aClock();

        const outcome = await atEvenPace(async () => {
          await clock.wait(took);
          if (fails) throw new Error("refused");
          return "found";
        }, clock).catch((error: Error) => error.message);

        const waited = clock.now() - 1_000;
        assert.equal(outcome, fails ? "refused" : "found");
        assert.ok(Math.abs(waited / 150 - Math.round(waited / 150)) < 1e-9, `${waited} ms`);
        assert.ok(waited >= Math.max(150, took - 1e-9) && waited <= took + 150.001, `${waited} ms`);
      },
    ),
  );
});
