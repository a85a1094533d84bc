/**
 * How likely one of the first is less than one of the second, equals counting half: the statistic of Mann and Whitney.
 * Outliers, which a busy machine has, weigh in it as much as any other.
 */
export function likelihoodOfLess(first: readonly number[], second: readonly number[]): number {
  let less = 0;
  for (const one of first) {
    for (const other of second) less += one < other ? 1 : one === other ? 0.5 : 0;
  }
  return less / (first.length * second.length);
}
