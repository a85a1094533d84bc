import assert from "node:assert/strict";
import {
  createStream,
  encodeEvent,
  encodeRetry,
  endStream,
  openStream,
  sendBeat,
  sendEvent,
} from "./stream.ts";

const text = async (response: Response) => await response.text();

Deno.test("a stream sends nothing older than what it opened with, and nothing twice", async () => {
  const stream = createStream(() => {});
  sendEvent(stream, 4, encodeEvent("counter", { attending: 1 }, 4));
  sendEvent(stream, 6, encodeEvent("counter", { attending: 3 }, 6));

  const response = openStream(stream, 5, encodeEvent("counter", { attending: 2 }, 5));
  sendEvent(stream, 6, encodeEvent("counter", { attending: 3 }, 6));
  endStream(stream);

  const ids = (await text(response)).match(/(?<=id: )\d+/g);
  assert.deepEqual(ids, ["5", "6"]);
});

Deno.test("a reader that falls behind is cut and its stream forgotten", async () => {
  let closed = 0;
  const stream = createStream(() => closed += 1);
  const response = openStream(stream, 0);

  for (let number = 1; number <= 5000; number += 1) {
    const data = { attending: number, pad: "x".repeat(100) };
    sendEvent(stream, number, encodeEvent("counter", data, number));
  }

  assert.equal(closed, 1);
  await assert.rejects(text(response), /fell behind/);
});

Deno.test("a reader that leaves while it is told something ends its own stream, and nothing else", () => {
  for (const last of [false, true]) {
    let closed = 0;
    const stream = createStream(() => closed += 1);
    const response = openStream(stream, 0);
    // Whoever sends finds out that nobody is there in the middle of sending.
    class Farewell extends Uint8Array {
      override get byteLength() {
        response.body?.cancel();
        return 1;
      }
    }

    if (last) endStream(stream, new Farewell(1));
    else sendEvent(stream, 1, new Farewell(1));
    sendEvent(stream, 2, encodeEvent("counter", { attending: 2 }, 2));
    endStream(stream);

    assert.equal(closed, 1);
  }
});

Deno.test("the answer tells proxies to pass every event on at once", () => {
  const response = openStream(createStream(() => {}), 0);

  assert.equal(response.headers.get("x-accel-buffering"), "no");
  assert.equal(response.headers.get("cache-control"), "no-cache, no-transform");
  assert.equal(response.headers.get("content-type"), "text/event-stream");
});

Deno.test("a stream beats while nothing happens, once it is open", async () => {
  const stream = createStream(() => {});
  sendBeat(stream);
  const response = openStream(stream, 0);
  sendBeat(stream);
  endStream(stream);

  assert.equal(await text(response), ": here\n\n");
});

Deno.test("a stream that ends says when to come back", async () => {
  const stream = createStream(() => {});
  const response = openStream(stream, 0);
  endStream(stream, encodeRetry(2500));

  assert.equal(await text(response), "retry: 2500\n\n");
});

Deno.test("a stream that was to end before it was open says what it has to say and ends", async () => {
  let closed = 0;
  const stream = createStream(() => closed += 1);
  endStream(stream);

  const response = openStream(stream, 5, encodeEvent("counter", { attending: 2 }, 5));

  assert.match(await text(response), /"attending":2/);
  assert.equal(closed, 1);
});
