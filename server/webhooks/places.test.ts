import assert from "node:assert/strict";
import { createPlaces } from "./places.ts";

/** Takes places until there are none. */
function takeAll(places: ReturnType<typeof createPlaces>): (() => void)[] {
  const leaving: (() => void)[] = [];
  for (let leave = places.take(); leave; leave = places.take()) leaving.push(leave);
  return leaving;
}

Deno.test("there are so many places, and one that is left is free again", () => {
  const places = createPlaces({ quick: 3, slow: 2, longMs: 60_000 });
  const leaving = takeAll(places);
  assert.equal(leaving.length, 3);

  leaving[1]?.();
  leaving[1]?.();

  assert.equal(takeAll(places).length, 1);
});

Deno.test("whoever stays long makes way for others, up to a number", () => {
  // Everybody stays long at once.
  const places = createPlaces({ quick: 3, slow: 2, longMs: 0 });

  const leaving = takeAll(places);
  assert.equal(leaving.length, 5);

  for (const leave of leaving) leave();
  assert.equal(takeAll(places).length, 5);
});
