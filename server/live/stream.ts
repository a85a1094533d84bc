/** One reader of Server-Sent Events. */
export interface LiveStream {
  response: Response;
  /** Holds back what is sent until `open`, and then sends only what is newer than `from`. */
  send(number: number, bytes: Uint8Array): void;
  /** Sends `first`, then goes on after the change number `from`. */
  open(from: number, first?: Uint8Array): void;
  beat(): void;
  /** Ends the stream, with a last word if there is one; the reader comes back by itself. */
  end(last?: Uint8Array): void;
}

/** A reader this many bytes behind is cut; it comes back and catches up from the log. */
const mostWaiting = 256 * 1024;

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

/** A stream; `onClose` is called once, whoever ends it. */
export function createStream(
  onClose: (stream: LiveStream) => void,
  mostWaitingBytes = mostWaiting,
): LiveStream {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let held: { number: number; bytes: Uint8Array }[] | undefined = [];
  let last = 0;

  const body = new ReadableStream<Uint8Array>({
    start(started) {
      controller = started;
    },
    cancel() {
      controller = undefined;
      onClose(stream);
    },
  }, new ByteLengthQueuingStrategy({ highWaterMark: mostWaitingBytes }));

  function write(bytes: Uint8Array): void {
    controller?.enqueue(bytes);
    // A reader that is gone is noticed while it is told, and has left by now.
    if (controller && (controller.desiredSize ?? 0) <= 0) cut();
  }

  /** What waits is thrown away: closing would keep it until the reader takes it. */
  function cut(): void {
    controller?.error(new Error("The reader fell behind."));
    controller = undefined;
    onClose(stream);
  }

  const stream: LiveStream = {
    response: new Response(body, {
      headers: {
        "content-type": "text/event-stream",
        "cache-control": "no-cache, no-transform",
        "x-accel-buffering": "no",
      },
    }),
    send(number, bytes) {
      if (held) held.push({ number, bytes });
      else if (number > last) {
        last = number;
        write(bytes);
      }
    },
    open(from, first) {
      last = from;
      if (first) write(first);
      const waiting = held ?? [];
      held = undefined;
      for (const { number, bytes } of waiting) stream.send(number, bytes);
    },
    beat() {
      // While held back, the first event is about to come.
      if (!held) write(heartbeat);
    },
    end(last) {
      if (!controller) return;
      if (last) controller.enqueue(last);
      if (!controller) return;
      controller.close();
      controller = undefined;
      onClose(stream);
    },
  };
  return stream;
}
