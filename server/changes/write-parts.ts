import type { Actor, News } from "../../shared/changes.ts";
import type { Tx } from "../database/sql.ts";
import { renewStatistics } from "../database/renew-statistics.ts";
import { chainChanges } from "./chain.ts";
import { appendChanges, type LockedSite } from "./changes.ts";

/** Some of the news of a change that has very many, with the statements that make them true. */
export interface Part {
  news: News[];
  write: (tx: Tx) => Promise<unknown>[];
}

/** Where the log of a site ends. */
export type LogEnd = Pick<LockedSite, "id" | "changeNumber" | "lastHash">;

/**
 * Writes the parts one after another, each with its place in the log. The next one is made while the database writes the
 * one before: no more than two are ever kept, and in between the thread is for whoever else the server answers.
 */
export async function writeParts(
  tx: Tx,
  end: LogEnd,
  by: Actor,
  at: Date,
  parts: AsyncIterable<Part>,
): Promise<void> {
  let last = end;
  let written = 0;
  let before: Promise<unknown> = renewStatistics(tx);
  for await (const { news, write } of parts) {
    const changes = chainChanges(last, news, by, at);
    last = endAfter(last, changes);
    const renewing = isPowerOfTwo(written) ? [renewStatistics(tx)] : [];
    written += 1;
    const writing = Promise.all([...renewing, ...write(tx), appendChanges(tx, end.id, changes)]);
    // Told below, or by the part that is being made.
    writing.catch(() => {});
    await before;
    before = writing;
  }
  await before;
}

function isPowerOfTwo(number: number): boolean {
  return number > 0 && (number & (number - 1)) === 0;
}

/** Where the log ends once these are in it. */
export function endAfter(
  end: LogEnd,
  changes: readonly { number: number; hash: string }[],
): LogEnd {
  const last = changes.at(-1);
  return last ? { id: end.id, changeNumber: last.number, lastHash: last.hash } : end;
}
