import assert from "node:assert/strict";
import { together } from "./together.ts";

Deno.test("who asks in one turn, or while others are answered, is answered together", async () => {
  const batches: number[][] = [];
  const first = Promise.withResolvers<void>();
  const double = together<number, number>(async (numbers) => {
    batches.push([...numbers]);
    if (batches.length === 1) await first.promise;
    return (number) => 2 * number;
  });

  const early = [double(1), double(2)];
  await Promise.resolve().then(() => {});
  const late = [double(3), double(4)];
  first.resolve();

  assert.deepEqual(await Promise.all([...early, ...late]), [2, 4, 6, 8]);
  assert.deepEqual(batches, [[1, 2], [3, 4]]);
  assert.equal(await double(5), 10);
});

Deno.test("nobody fails for another", async () => {
  const half = together<number, number>((numbers) => {
    if (numbers.some((number) => number % 2)) return Promise.reject(new Error("odd"));
    return Promise.resolve((number) => number / 2);
  });

  const answers = await Promise.allSettled([half(2), half(3), half(8)]);

  assert.deepEqual(answers.map(({ status }) => status), ["fulfilled", "rejected", "fulfilled"]);
  assert.equal(await half(4), 2);
});
