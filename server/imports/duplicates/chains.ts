/**
 * Numbers by key, as chains through one array: of tens of thousands of keys nearly each has one number, and an array for
 * each of them takes longer to make than to look at.
 */
export function createChains() {
  const last = new Map<number | string, number>();
  const numbers: number[] = [];
  const before: number[] = [];

  // In the order in which they were added; none, if there are more than `most`.
  function chainFrom(link: number, most: number): number[] {
    const chain: number[] = [];
    for (let at = link; at >= 0; at = before[at] ?? -1) {
      if (chain.length === most) return [];
      chain.push(numbers[at] ?? 0);
    }
    return chain.reverse();
  }

  function add(key: number | string, number: number): void {
    before.push(last.get(key) ?? -1);
    last.set(key, numbers.push(number) - 1);
  }

  return {
    add,
    /** Adds to a key that is expected or has a number already; what nobody asks for is not kept. */
    addKnown(key: number | string, number: number): void {
      if (last.has(key)) add(key, number);
    },
    expect(key: number | string): void {
      if (!last.has(key)) last.set(key, -1);
    },
    /** The numbers of a key; of one that has more than `most` none. */
    of(key: number | string, most: number): number[] {
      const link = last.get(key);
      return link === undefined ? [] : chainFrom(link, most);
    },
    /** The numbers of each key that has two to `most` of them. */
    *several(most: number): Generator<number[]> {
      for (const link of last.values()) {
        if ((before[link] ?? -1) < 0) continue;
        const chain = chainFrom(link, most);
        if (chain.length > 0) yield chain;
      }
    },
  };
}

export type Chains = ReturnType<typeof createChains>;
