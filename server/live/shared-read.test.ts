import assert from "node:assert/strict";
import { sharedRead } from "./shared-read.ts";

function aRead() {
  const reads: PromiseWithResolvers<number>[] = [];
  const ask = sharedRead((_site: string) => {
    const reading = Promise.withResolvers<number>();
    reads.push(reading);
    return reading.promise;
  });
  return { reads, ask };
}

Deno.test("a hundred who ask at once are one read", async () => {
  const { reads, ask } = aRead();

  const asked = Array.from({ length: 100 }, () => ask("a"));
  await Promise.resolve();
  reads[0]?.resolve(7);

  assert.deepEqual(new Set(await Promise.all(asked)), new Set([7]));
  assert.equal(reads.length, 1);
});

Deno.test("who asks while a read goes on is not told what it finds, but what the next one does", async () => {
  const { reads, ask } = aRead();
  const early = ask("a");
  await Promise.resolve();

  const late = [ask("a"), ask("a")];
  reads[0]?.resolve(1);
  assert.equal(await early, 1);
  while (reads.length < 2) await Promise.resolve();
  reads[1]?.resolve(2);

  assert.deepEqual(await Promise.all(late), [2, 2]);
  assert.equal(reads.length, 2);
});

Deno.test("a read that fails is told to those who waited for it, and to nobody else", async () => {
  const { reads, ask } = aRead();
  const early = ask("a");
  await Promise.resolve();
  const late = ask("a");

  reads[0]?.reject(new Error("away"));
  await assert.rejects(early, /away/);
  while (reads.length < 2) await Promise.resolve();
  reads[1]?.resolve(2);

  assert.equal(await late, 2);
});

Deno.test("one site does not wait for another", async () => {
  const { reads, ask } = aRead();
  const [one, other] = [ask("a"), ask("b")];
  await Promise.resolve();

  reads[1]?.resolve(2);
  assert.equal(await other, 2);
  reads[0]?.resolve(1);

  assert.equal(await one, 1);
});
