/** What a stretch of load did. */
export interface Load {
  perSecond: number;
  /** Milliseconds of each call, in order of size. */
  times: number[];
  failed: number;
}

/** Calls again and again over so many connections at once, for so long. */
export async function load(
  call: (index: number) => Promise<Response>,
  { connections, ms }: { connections: number; ms: number },
): Promise<Load> {
  const times: number[] = [];
  let failed = 0;
  let index = 0;
  const start = performance.now();
  const one = async () => {
    while (performance.now() - start < ms) {
      const began = performance.now();
      const response = await call(index++);
      await response.arrayBuffer();
      if (response.status >= 400) failed += 1;
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  const seconds = (performance.now() - start) / 1000;
  return { perSecond: times.length / seconds, times: times.sort((a, b) => a - b), failed };
}

export function median(numbers: readonly number[]): number {
  return quantile(numbers.toSorted((a, b) => a - b), 0.5);
}

/** Of numbers in order. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
