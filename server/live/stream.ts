/**
 * One reader of Server-Sent Events. Data and nothing else: there are ten thousand of them, and the less there is of each,
 * the sooner the last one is told.
 */
export interface LiveStream {
  /** Where its bytes go; absent before it is open and after it has ended. */
  controller?: ReadableStreamDefaultController<Uint8Array> | undefined;
  /** What was sent before it was open. */
  held: { number: number; bytes: Uint8Array }[] | undefined;
  /** The last change that it was told. */
  last: number;
  ended: boolean;
  /** Bytes that may wait for the reader. */
  mostWaiting: number;
  /** Called once, whoever ends it. */
  onClose: (stream: LiveStream) => void;
}

/** A reader this many bytes behind is cut; it comes back and catches up from the log. */
const mostWaitingBytes = 256 * 1024;

const encoder = new TextEncoder();
const heartbeat = encoder.encode(": here\n\n");

/**
 * One event (https://html.spec.whatwg.org/multipage/server-sent-events.html). Encoded once, however many read it.
 */
export function encodeEvent(event: string, data: unknown, id?: number): Uint8Array {
  const lines = [`event: ${event}`, `data: ${JSON.stringify(data)}`];
  if (id !== undefined) lines.unshift(`id: ${id}`);
  return encoder.encode(`${lines.join("\n")}\n\n`);
}

/** How long a reader waits before it comes back, spread so that not all of them come at once. */
export function encodeRetry(ms: number): Uint8Array {
  return encoder.encode(`retry: ${Math.round(ms)}\n\n`);
}

/** A stream that holds back what is sent until it is opened. */
export function createStream(
  onClose: (stream: LiveStream) => void,
  mostWaiting = mostWaitingBytes,
): LiveStream {
  return { held: [], last: 0, ended: false, mostWaiting, onClose };
}

/**
 * Sends `first`, then goes on after the change number `from`. All that a stream is made of is made here, at once: made
 * piece by piece between reads of the database it lies scattered in memory, and telling all of them takes a third longer.
 */
export function openStream(stream: LiveStream, from: number, first?: Uint8Array): Response {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      stream.controller = controller;
    },
    cancel() {
      stream.controller = undefined;
      close(stream);
    },
  }, new ByteLengthQueuingStrategy({ highWaterMark: stream.mostWaiting }));
  const waiting = stream.held ?? [];
  stream.held = undefined;
  stream.last = from;
  if (first) write(stream, first);
  for (const { number, bytes } of waiting) sendEvent(stream, number, bytes);
  if (stream.ended) endStream(stream);
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

/** Sends what is newer than the last. */
export function sendEvent(stream: LiveStream, number: number, bytes: Uint8Array): void {
  if (stream.held) stream.held.push({ number, bytes });
  else if (number > stream.last) {
    stream.last = number;
    write(stream, bytes);
  }
}

export function sendBeat(stream: LiveStream): void {
  // While held back, the first event is about to come.
  if (!stream.held) write(stream, heartbeat);
}

/** Ends the stream, with a last word if there is one; the reader comes back by itself. */
export function endStream(stream: LiveStream, last?: Uint8Array): void {
  if (last) stream.controller?.enqueue(last);
  stream.controller?.close();
  stream.controller = undefined;
  close(stream);
}

function write(stream: LiveStream, bytes: Uint8Array): void {
  stream.controller?.enqueue(bytes);
  // A reader that is gone is noticed while it is told, and has left by now.
  if (!stream.controller || (stream.controller.desiredSize ?? 0) > 0) return;
  // What waits is thrown away: closing would keep it until the reader takes it.
  stream.controller.error(new Error("The reader fell behind."));
  stream.controller = undefined;
  close(stream);
}

function close(stream: LiveStream): void {
  if (stream.ended) return;
  stream.ended = true;
  stream.onClose(stream);
}
