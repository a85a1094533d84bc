import assert from "node:assert/strict";
import { until } from "../testing/outside.ts";
import { followCounter } from "./follow-counter.ts";

function aFollowing(...answers: Response[]) {
  const counted: number[] = [];
  const due: { ms: number; act: () => void }[] = [];
  let opened = 0;
  const counter = followCounter({
    open: () => {
      const answer = answers[opened++];
      return answer ? Promise.resolve(answer) : Promise.reject(new Error("no line"));
    },
    later: (ms, act) => {
      due.push({ ms, act });
      return () => due.splice(0);
    },
    onCount: (attending) => counted.push(attending),
  });
  return { counter, counted, due, opened: () => opened };
}

Deno.test("followCounter() tells each number, and nothing that is none", async () => {
  const { counted, due } = aFollowing(
    new Response(
      'event: counter\ndata: {"attending": 2}\n\nevent: counter\ndata: {"attending": "x"}\n\n' +
        "event: reset\ndata: {}\n\n",
    ),
  );

  await until(() => due.length > 0);

  assert.deepEqual(counted, [2]);
});

Deno.test("followCounter() comes back when the server says, where it says so", async () => {
  const { due, opened } = aFollowing(
    new Response('event: counter\ndata: {"attending": 2}\n\nretry: 4321\n\n'),
  );
  await until(() => due.length > 0);

  due.splice(0).forEach(({ ms, act }) => {
    assert.equal(ms, 4321);
    act();
  });
  await until(() => due.length > 0);

  assert.equal(opened(), 2);
  assert.equal(due[0]?.ms, 2000);
});

Deno.test("followCounter() gives up quietly where it is refused, until it is asked again", async () => {
  const { counter, opened, due } = aFollowing(
    new Response(null, { status: 404 }),
    new Response(null, { status: 404 }),
  );
  await until(() => opened() === 1);
  await new Promise((resolve) => setTimeout(resolve));

  counter.again();
  await until(() => opened() === 2);

  assert.equal(due.length, 0);
});

Deno.test("followCounter() opens no second stream while one is open, and none once stopped", async () => {
  const { counter, opened, due } = aFollowing();
  await until(() => due.length > 0);

  counter.again();
  counter.stop();

  assert.deepEqual([opened(), due.length], [1, 0]);
});
