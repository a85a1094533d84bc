import { readStream } from "./read-stream.ts";

interface Following {
  /** Opens the stream. */
  open: (signal: AbortSignal) => Promise<Response>;
  later: (ms: number, act: () => void) => () => void;
  /** The party's reply changed; without a number: it may have. */
  onReply: (changeNumber?: number) => void;
}

/** Pauses before the stream is opened again; after the last one the form looks when it gets the focus. */
const pauses = [2_000, 10_000, 30_000, 60_000, 60_000];

/** Follows a party's saved reply, so that two phones agree, and returns how to stop. */
export function followParty({ open, later, onReply }: Following): () => void {
  const life = new AbortController();
  let cancel = () => {};
  let broken = 0;

  async function follow() {
    try {
      const answer = await open(life.signal);
      if (answer.status < 500 && !answer.ok) return;
      if (answer.ok && answer.body) {
        for await (const { name, data } of readStream(answer.body)) {
          broken = 0;
          if (name === "reply") onReply(numberIn(data));
          if (name === "reset") onReply();
        }
      }
    } catch {
      // A broken stream is opened again below.
    }
    const pause = pauses[broken++];
    if (life.signal.aborted || pause === undefined) return;
    cancel = later(pause, () => {
      onReply();
      follow();
    });
  }

  follow();
  return () => {
    life.abort();
    cancel();
  };
}

function numberIn(data: string): number | undefined {
  const { changeNumber } = JSON.parse(data);
  return typeof changeNumber === "number" ? changeNumber : undefined;
}
