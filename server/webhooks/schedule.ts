const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** How long after the try before it each try comes, before jitter: ten tries in about three days. */
const delays = [
  0,
  5 * secondMs,
  5 * minuteMs,
  30 * minuteMs,
  2 * hourMs,
  5 * hourMs,
  10 * hourMs,
  14 * hourMs,
  20 * hourMs,
  24 * hourMs,
];

const longestWaitMs = 24 * hourMs;

/**
 * When to try again after `attemptsMade` tries, the last one at `lastAt`; nothing after the tenth.
 * `chance` gives 0 to 1 and spreads the tries by a fifth either way, so that a receiver that comes
 * back is not met by all of them at once.
 */
export function nextAttemptAt(
  attemptsMade: number,
  lastAt: Date,
  chance: () => number,
  retryAfter?: Date,
): Date | undefined {
  const delay = delays[attemptsMade];
  if (delay === undefined) return undefined;
  const waitMs = Math.round(delay * (0.8 + 0.4 * chance()));
  const askedMs = retryAfter ? retryAfter.getTime() - lastAt.getTime() : 0;
  return new Date(lastAt.getTime() + Math.max(waitMs, Math.min(askedMs, longestWaitMs)));
}

const imfDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const rfc850Date = /^[A-Z][a-z]{5,8}, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/;
const asctimeDate = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/;

/** Seconds or one of HTTP's three ways to write a date; anything else counts as not said. */
export function parseRetryAfter(value: string | undefined, now: Date): Date | undefined {
  const text = value?.trim() ?? "";
  if (/^\d+$/.test(text)) {
    // Past the cap all numbers mean the same, and a date has an end.
    return new Date(now.getTime() + Math.min(Number(text) * secondMs, longestWaitMs));
  }
  const date = imfDate.test(text) || rfc850Date.test(text)
    ? new Date(text)
    : asctimeDate.test(text)
    ? new Date(`${text} GMT`)
    : undefined;
  return date && !Number.isNaN(date.getTime()) ? date : undefined;
}
