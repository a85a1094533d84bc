/** How many tries may be under way at once. */
export interface Places {
  /** Takes a place, if one is free; what it gives leaves the place again. */
  take(): (() => void) | undefined;
}

/**
 * `quick` places, and `slow` more for those who stay long: receivers that hang must not keep the others from theirs.
 */
export function createPlaces(
  { quick, slow, longMs }: { quick: number; slow: number; longMs: number },
): Places {
  // By when they were taken; those that stayed long are counted apart.
  const recent = new Set<{ since: number }>();
  const long = new Set<object>();

  function moveLong(): void {
    const before = performance.now() - longMs;
    for (const place of recent) {
      if (place.since > before || long.size >= slow) return;
      recent.delete(place);
      long.add(place);
    }
  }

  return {
    take() {
      if (recent.size >= quick) moveLong();
      if (recent.size >= quick) return undefined;
      const place = { since: performance.now() };
      recent.add(place);
      return () => {
        recent.delete(place);
        long.delete(place);
      };
    },
  };
}
