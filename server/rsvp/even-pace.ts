/** The clock and the waiting of `atEvenPace`. */
export interface Pace {
  now: () => number;
  wait: (ms: number) => Promise<void>;
}

const realPace: Pace = {
  now: () => performance.now(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/**
 * Answers, or refuses, only at whole multiples of `step` after the start: how long the work took, and so what it found,
 * does not show in the time.
 */
export async function atEvenPace<Result>(
  work: () => Promise<Result>,
  { now, wait } = realPace,
  step = 150,
): Promise<Result> {
  const started = now();
  try {
    return await work();
  } finally {
    const took = now() - started;
    await wait(Math.max(1, Math.ceil(took / step)) * step - took);
  }
}
