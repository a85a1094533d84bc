import { readStream, type StreamEvent } from "./read-stream.ts";

/** How a stream is opened. */
export interface Following {
  open: (signal: AbortSignal) => Promise<Response>;
  later: (ms: number, act: () => void) => () => void;
}

interface Telling {
  onEvent: (event: StreamEvent) => void;
  /** The stream was away, and something may have been missed. */
  onAgain?: () => void;
  /** It will not be opened any more. */
  onEnd?: () => void;
}

/** Pauses before the stream is opened again; after the last one the form looks when it gets the focus. */
const pauses = [2_000, 10_000, 30_000, 60_000, 60_000];

/** Follows a stream, gives up quietly where it is blocked, and returns how to stop. */
export function followStream(
  { open, later }: Following,
  { onEvent, onAgain, onEnd }: Telling,
): () => void {
  const life = new AbortController();
  let cancel = () => {};
  let broken = 0;
  // A server that stops says when to come back.
  let asked: number | undefined;

  async function follow() {
    try {
      const answer = await open(life.signal);
      if (answer.status < 500 && !answer.ok) broken = pauses.length;
      if (answer.ok && answer.body) {
        for await (const event of readStream(answer.body)) {
          broken = 0;
          if (event.name === "retry") asked = Number(event.data);
          else onEvent(event);
        }
      }
    } catch {
      // A broken stream is opened again below.
    }
    if (life.signal.aborted) return;
    const pause = asked ?? pauses[broken++];
    asked = undefined;
    if (pause === undefined) return onEnd?.();
    cancel = later(pause, () => {
      onAgain?.();
      follow();
    });
  }

  follow();
  return () => {
    life.abort();
    cancel();
  };
}
