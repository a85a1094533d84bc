import assert from "node:assert/strict";
import { startHeart } from "./heart.ts";

Deno.test("every stream beats once before any beats again, and not all of them at once", async () => {
  const streams = new Set(Array.from({ length: 100 }, () => ({})));
  const beats: { stream: object; at: number }[] = [];
  const twice = Promise.withResolvers<void>();

  const stop = startHeart(streams, (stream) => {
    beats.push({ stream, at: performance.now() });
    if (beats.length >= 2 * streams.size) twice.resolve();
  }, 1000);
  await twice.promise;
  stop();

  const [first, second] = [beats.slice(0, 100), beats.slice(100, 200)];
  assert.equal(new Set(first.map(({ stream }) => stream)).size, 100);
  assert.equal(new Set(second.map(({ stream }) => stream)).size, 100);
  // A busy machine may run late, but no tick has more than its share of a round.
  assert.ok(new Set(first.map(({ at }) => Math.floor(at / 10))).size >= 5);
});

Deno.test("one stream alone beats once in a round", async () => {
  let beats = 0;
  const three = Promise.withResolvers<void>();
  const began = performance.now();

  const stop = startHeart(new Set([{}]), () => {
    beats += 1;
    if (beats === 3) three.resolve();
  }, 300);
  await three.promise;
  stop();

  assert.ok(performance.now() - began >= 600);
});

Deno.test("streams that come and go between two beats are met and forgotten", async () => {
  const [goes, stays, comes] = [{ name: "goes" }, { name: "stays" }, { name: "comes" }];
  const streams = new Set([goes, stays]);
  const met: object[] = [];
  const all = Promise.withResolvers<void>();

  const stop = startHeart(streams, (stream) => {
    met.push(stream);
    if (met.length === 1) streams.delete(goes);
    if (met.length === 2) streams.add(comes);
    if (met.length === 4) all.resolve();
  }, 300);
  await all.promise;
  stop();

  assert.deepEqual(met, [goes, stays, comes, stays]);
});
