import assert from "node:assert/strict";
import { createStream, encodeEvent, encodeRetry } from "./stream.ts";

const text = async (response: Response) => await response.text();

Deno.test("a stream sends nothing older than what it opened with, and nothing twice", async () => {
  const stream = createStream(() => {});
  stream.send(4, encodeEvent("counter", { attending: 1 }, 4));
  stream.send(6, encodeEvent("counter", { attending: 3 }, 6));

  stream.open(5, encodeEvent("counter", { attending: 2 }, 5));
  stream.send(6, encodeEvent("counter", { attending: 3 }, 6));
  stream.end();

  const ids = (await text(stream.response)).match(/(?<=id: )\d+/g);
  assert.deepEqual(ids, ["5", "6"]);
});

Deno.test("a reader that falls behind is cut and its stream forgotten", async () => {
  let closed = 0;
  const stream = createStream(() => closed += 1);
  stream.open(0);

  for (let number = 1; number <= 5000; number += 1) {
    stream.send(
      number,
      encodeEvent("counter", { attending: number, pad: "x".repeat(100) }, number),
    );
  }

  assert.equal(closed, 1);
  await assert.rejects(text(stream.response), /fell behind/);
});

Deno.test("a reader that leaves while it is told something ends its own stream, and nothing else", () => {
  for (const last of [false, true]) {
    let closed = 0;
    const stream = createStream(() => closed += 1);
    stream.open(0);
    // Whoever sends finds out that nobody is there in the middle of sending.
    class Farewell extends Uint8Array {
      override get byteLength() {
        stream.response.body?.cancel();
        return 1;
      }
    }

    if (last) stream.end(new Farewell(1));
    else stream.send(1, new Farewell(1));
    stream.send(2, encodeEvent("counter", { attending: 2 }, 2));
    stream.end();

    assert.equal(closed, 1);
  }
});

Deno.test("the answer tells proxies to pass every event on at once", () => {
  const { response } = createStream(() => {});

  assert.equal(response.headers.get("x-accel-buffering"), "no");
  assert.equal(response.headers.get("cache-control"), "no-cache, no-transform");
  assert.equal(response.headers.get("content-type"), "text/event-stream");
});

Deno.test("a stream beats while nothing happens, once it is open", async () => {
  const stream = createStream(() => {});
  stream.beat();
  stream.open(0);
  stream.beat();
  stream.end();

  assert.equal(await text(stream.response), ": here\n\n");
});

Deno.test("a stream that ends says when to come back", async () => {
  const stream = createStream(() => {});
  stream.open(0);
  stream.end(encodeRetry(2500));

  assert.equal(await text(stream.response), "retry: 2500\n\n");
});
