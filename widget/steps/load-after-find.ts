export type AfterFind = typeof import("./after-find.ts");

/** Loads the steps after the first, again and again on a bad line; null when the line stays away. */
export async function loadAfterFind(): Promise<AfterFind | null> {
  for (let tries = 0; tries < 10; tries++) {
    try {
      return await import("./after-find.ts");
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 1000 * 2 ** Math.min(tries, 5)));
    }
  }
  return null;
}
