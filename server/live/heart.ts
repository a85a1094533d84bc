const tickMs = 100;

/**
 * Acts on every one of a set each 15 seconds, a few at a time: ten thousand beats at once would keep those waiting who are
 * told something just then. Returns what stops it.
 */
export function startHeart<Stream extends object>(
  streams: ReadonlySet<Stream>,
  beat: (stream: Stream) => void,
  beatMs = 15_000,
): () => void {
  let round = streams.values();
  // How many have to be met by now; a part of one where there are few.
  let due = 0;

  function next(): Stream | undefined {
    const { value, done } = round.next();
    if (!done) return value;
    round = streams.values();
    return round.next().value;
  }

  const timer = setInterval(() => {
    due += streams.size * tickMs / beatMs;
    for (; due >= 1; due -= 1) {
      const stream = next();
      if (stream) beat(stream);
    }
  }, tickMs);
  return () => clearInterval(timer);
}
