import { stripVTControlCharacters } from "node:util";

export interface Counts {
  passed: number;
  failed: number;
}

/** Adds up the summaries of `deno test`: `ok | 12 passed (3 steps) | 0 failed | 1 ignored (2s)`. */
export function testCounts(output: string): Counts {
  const summaries = stripVTControlCharacters(output).matchAll(
    /^(?:ok|FAILED) \| (\d+) passed.*? \| (\d+) failed/gm,
  );
  const sum = { passed: 0, failed: 0 };
  for (const [, passed, failed] of summaries) {
    sum.passed += Number(passed);
    sum.failed += Number(failed);
  }
  return sum;
}
