import { type Cidr, privateAddress } from "./address.ts";
import type { Connections } from "./connections.ts";
import type { Line } from "./dial.ts";
import { explainError, explainTimeout, type Failure, type Phase, stopped } from "./failure.ts";
import { createAnswerReader } from "./read-answer.ts";

export type Exchange =
  | { answered: true; status: number; answer: string; retryAfter?: string }
  | { answered: false } & Failure;

/** One request and its answer. It always ends, `timeoutMs` after its begin at the latest. */
export function exchange(
  { place, request, open, connections, allow, timeoutMs, signal }: {
    /** Whoever goes there may use the same lines. */
    place: string;
    request: string;
    open: () => Line;
    connections: Connections | undefined;
    allow: readonly Cidr[];
    timeoutMs: number;
    signal: AbortSignal | undefined;
  },
): Promise<Exchange> {
  const { promise, resolve } = Promise.withResolvers<Exchange>();
  let phase: Phase = "connecting";
  let current: Line | undefined;
  let isOver = false;

  const timer = setTimeout(() => giveUp(explainTimeout(phase, timeoutMs)), timeoutMs);
  const stop = () => giveUp(stopped);
  signal?.addEventListener("abort", stop);

  function finish(result: Exchange, isKept: boolean): void {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
    const isFree = current?.leave();
    if (current && connections && isKept && isFree) connections.give(place, current);
    else current?.hangUp();
    resolve(result);
  }

  function giveUp(failure: Failure): void {
    finish({ answered: false, ...failure }, false);
  }

  function start(line: Line, isReused: boolean): void {
    const reader = createAnswerReader();
    current = line;
    phase = isReused ? "waiting" : "connecting";
    line.use({
      onConnected: () => phase = "securing",
      onReady: () => phase = "waiting",
      onBytes: (bytes) => read(() => reader.take(bytes)),
      onEnd: () => read(() => reader.end()),
      onClosed(error) {
        // Closed while it was free: the other side has not looked at what we sent.
        if (isReused && reader.progress === "nothing") return dialAnew();
        giveUp(explainError(error ?? hungUp(), phase));
      },
    }, request);

    function read(take: () => ReturnType<typeof reader.take>): void {
      try {
        const whole = take();
        if (reader.progress === "head") phase = "reading";
        if (!whole) return;
        const { status, answer, retryAfter, isKept } = whole;
        finish(
          { answered: true, status, answer, ...(retryAfter === undefined ? {} : { retryAfter }) },
          isKept,
        );
      } catch (error) {
        giveUp(explainError(error, phase));
      }
    }
  }

  function dialAnew(): void {
    if (isOver) return;
    try {
      start(open(), false);
    } catch (error) {
      giveUp(explainError(error, "connecting"));
    }
  }

  const free = connections?.take(place);
  // It was checked when it was opened, but perhaps by other rules.
  if (free && !free.isAllowed(allow)) {
    current = free;
    giveUp(explainError(privateAddress(), "waiting"));
  } else if (free) start(free, true);
  else dialAnew();
  return promise;
}

function hungUp(): Error {
  return Object.assign(new Error("The other side hung up."), { code: "ECONNRESET" });
}
