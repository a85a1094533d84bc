import assert from "node:assert/strict";
import { until } from "../testing/outside.ts";
import { followParty } from "./follow-party.ts";

/** Streams that say what they are given and end; time passes when told to. */
function aFollowing(...answers: (Response | Error)[]) {
  const told: (number | undefined)[] = [];
  const due: { ms: number; act: () => void }[] = [];
  let opened = 0;
  let signal: AbortSignal | undefined;
  const stop = followParty({
    open: (given) => {
      signal = given;
      const answer = answers[opened++];
      return answer instanceof Response ? Promise.resolve(answer) : Promise.reject(answer);
    },
    later: (ms, act) => {
      due.push({ ms, act });
      return () => due.splice(0);
    },
    onReply: (changeNumber) => told.push(changeNumber),
  });
  return { told, due, stop, opened: () => opened, signal: () => signal };
}

Deno.test("followParty() tells the number of each change", async () => {
  const { told, due } = aFollowing(new Response('event: reply\ndata: {"changeNumber": 8}\n\n'));

  await until(() => due.length > 0);

  assert.deepEqual(told, [8]);
});

Deno.test("followParty() opens a broken stream again after longer and longer pauses, then gives up", async () => {
  const { told, due, opened } = aFollowing();
  const pauses: number[] = [];

  for (let tries = 1; tries <= 5; tries++) {
    await until(() => due.length > 0);
    const [next] = due.splice(0);
    pauses.push(next?.ms ?? 0);
    next?.act();
  }
  await until(() => opened() === 6);

  assert.deepEqual(pauses, [2_000, 10_000, 30_000, 60_000, 60_000]);
  assert.equal(due.length, 0);
  // Whatever was missed meanwhile is looked for.
  assert.deepEqual(told, Array(5).fill(undefined));
});

Deno.test("followParty() does not ask again where it is refused", async () => {
  const { due, opened } = aFollowing(new Response(null, { status: 401 }), new Response());

  await until(() => opened() === 1);
  await new Promise((resolve) => setTimeout(resolve));

  assert.equal(due.length, 0);
});

Deno.test("followParty() leaves nothing open when it is stopped", async () => {
  const { due, stop, signal } = aFollowing(new Error("broken"));
  await until(() => due.length > 0);

  stop();

  assert.equal(signal()?.aborted, true);
  assert.equal(due.length, 0);
});
