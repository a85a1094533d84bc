import { loadAgain } from "../words/load-again.ts";

export type AfterFind = typeof import("./after-find.ts").afterFind;

/** Loads the steps after the first; null when the line stays away. */
export const loadAfterFind = (): Promise<AfterFind | null> =>
  loadAgain(async () => (await import("./after-find.ts")).afterFind, 10);
