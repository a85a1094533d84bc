import assert from "node:assert/strict";
import { readStream, type StreamEvent } from "./read-stream.ts";

async function read(...pieces: string[]): Promise<StreamEvent[]> {
  const bytes = ReadableStream.from(pieces).pipeThrough(new TextEncoderStream());
  return await Array.fromAsync(readStream(bytes));
}

Deno.test("readStream() reads events wherever the line cuts them", async () => {
  const events = await read(
    ": heart\n\nid: 7\nevent: re",
    'ply\ndata: {"changeNumber"',
    ": 7}\n\nevent: reset\r\ndata: {}\r\n\r\n",
  );

  assert.deepEqual(events, [
    { name: "reply", data: '{"changeNumber": 7}' },
    { name: "reset", data: "{}" },
  ]);
});

Deno.test("readStream() drops an event that the end of the stream cut off", async () => {
  assert.deepEqual(await read("event: reply\ndata: {}"), []);
});

Deno.test("readStream() cancels the stream when its reader goes away", async () => {
  let cancelled = false;
  const bytes = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new TextEncoder().encode("data: 1\n\n")),
    cancel: () => {
      cancelled = true;
    },
  });

  for await (const event of readStream(bytes)) {
    assert.equal(event.data, "1");
    break;
  }

  assert.equal(cancelled, true);
});
