/**
 * Reads once for all who ask before it begins: ten thousand readers who come back at once are a few reads. Who asks while
 * one goes on waits for the next, since what this one finds may be from before.
 */
export function sharedRead<Key, Fact>(
  read: (key: Key) => Promise<Fact>,
): (key: Key) => Promise<Fact> {
  const next = new Map<Key, Promise<Fact>>();
  const going = new Map<Key, Promise<Fact>>();

  async function readAfter(key: Key, before: Promise<Fact> | undefined): Promise<Fact> {
    await before?.catch(() => {});
    next.delete(key);
    const reading = read(key);
    going.set(key, reading);
    try {
      return await reading;
    } finally {
      if (going.get(key) === reading) going.delete(key);
    }
  }

  return (key) => {
    const shared = next.get(key) ?? readAfter(key, going.get(key));
    next.set(key, shared);
    return shared;
  };
}
