/** Waits for a fact that comes about by itself; throws when it has not within the time allowed. */
export async function until(
  fact: () => boolean | Promise<boolean>,
  { seconds = 10 }: { seconds?: number } = {},
): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!await fact()) {
    if (performance.now() > end) throw new Error(`Not so after ${seconds} s: ${fact}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
