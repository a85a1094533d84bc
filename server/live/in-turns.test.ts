import assert from "node:assert/strict";
import { setImmediate as nextTurn } from "node:timers/promises";
import { inTurns } from "./in-turns.ts";

const someItems = (count: number) => new Set(Array.from({ length: count }, (_, index) => index));

Deno.test("others are answered while many are told", async () => {
  const told: number[] = [];

  const telling = inTurns(someItems(1000), (item) => told.push(item));
  await nextTurn();
  const meanwhile = told.length;
  await telling;

  assert.ok(meanwhile < 1000);
  assert.equal(told.length, 1000);
});

Deno.test("who comes while others are told is told too, and who has left is not", async () => {
  const items = someItems(200);
  const told: number[] = [];

  const telling = inTurns(items, (item) => told.push(item));
  items.delete(199);
  items.add(200);
  await telling;

  assert.deepEqual(told.slice(-2), [198, 200]);
});

Deno.test("nobody to tell is nothing to do", async () => {
  await inTurns(undefined, () => assert.fail());
});
