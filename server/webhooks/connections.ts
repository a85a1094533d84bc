import type { Line } from "./dial.ts";

/** Lines kept open between deliveries. Whoever opens them closes them. */
export interface Connections {
  /** A free one to this place, which is the caller's from now on. */
  take(place: string): Line | undefined;
  /** Gives one back that has nothing under way. */
  give(place: string, line: Line): void;
  close(): void;
}

// Most receivers close after 5 s of silence; we give up first and so seldom meet a closed one.
const idleMs = 4_000;
const sweepMs = 500;
const mostFree = 512;

export function keepConnections(): Connections {
  const places = new Map<string, { line: Line; since: number }[]>();
  let count = 0;
  let closed = false;
  let sweeping: ReturnType<typeof setInterval> | undefined;

  function sweep(before: number): void {
    count = 0;
    for (const [place, free] of places) {
      const left = free.filter(({ line, since }) => {
        if (line.isOpen() && since > before) return true;
        line.hangUp();
        return false;
      });
      count += left.length;
      if (left.length > 0) places.set(place, left);
      else places.delete(place);
    }
    if (count > 0) return;
    clearInterval(sweeping);
    sweeping = undefined;
  }

  return {
    take(place) {
      const free = places.get(place);
      // The newest is the one that is the least likely to be closed by now.
      for (let one = free?.pop(); one; one = free?.pop()) {
        count -= 1;
        if (one.line.isOpen()) return one.line;
      }
      return undefined;
    },
    give(place, line) {
      if (closed || count >= mostFree) return line.hangUp();
      count += 1;
      const free = places.get(place);
      const one = { line, since: performance.now() };
      if (free) free.push(one);
      else places.set(place, [one]);
      sweeping ??= setInterval(() => sweep(performance.now() - idleMs), sweepMs);
    },
    close() {
      closed = true;
      sweep(Infinity);
    },
  };
}
