interface Asked<Item, Result> extends Pick<PromiseWithResolvers<Result>, "resolve" | "reject"> {
  item: Item;
}

/**
 * Makes one statement of what many ask for at once: whoever asks while one is under way shares the next. When that fails,
 * each is tried alone, so that nobody fails for another.
 */
export function together<Item, Result>(
  many: (items: readonly Item[]) => Promise<(item: Item) => Result>,
): (item: Item) => Promise<Result> {
  let waiting: Asked<Item, Result>[] = [];
  let running = false;

  async function run(): Promise<void> {
    running = true;
    // What is asked for in the same turn goes along.
    await Promise.resolve();
    while (waiting.length > 0) {
      const asked = waiting;
      waiting = [];
      await answer(asked);
    }
    running = false;
  }

  async function answer(asked: readonly Asked<Item, Result>[]): Promise<void> {
    try {
      const resultOf = await many(asked.map(({ item }) => item));
      for (const { item, resolve } of asked) resolve(resultOf(item));
    } catch (error) {
      if (asked.length > 1) await Promise.all(asked.map((one) => answer([one])));
      else asked[0]?.reject(error);
    }
  }

  return (item) => {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    waiting.push({ item, resolve, reject });
    if (!running) void run();
    return promise;
  };
}
