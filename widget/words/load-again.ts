/** Loads a file, again and again on a bad line; null when the line stays away. */
export async function loadAgain<File>(
  load: () => Promise<File>,
  most: number,
): Promise<File | null> {
  for (let tries = 0; tries < most; tries++) {
    // A line that has just broken is not there again at once.
    if (tries) await new Promise((done) => setTimeout(done, 500 * 2 ** Math.min(tries, 6)));
    const file = await load().catch(() => null);
    if (file) return file;
  }
  return null;
}
