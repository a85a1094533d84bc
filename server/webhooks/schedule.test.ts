import assert from "node:assert/strict";
import fc from "fast-check";
import { nextAttemptAt, parseRetryAfter } from "./schedule.ts";

const at = new Date("2026-06-01T10:00:00Z");
const half = () => 0.5;
const dayMs = 24 * 3600 * 1000;

Deno.test("nextAttemptAt() follows the schedule and ends after ten tries, 75 h 35 min 5 s later", () => {
  const tries: string[] = [];
  let next: Date | undefined = nextAttemptAt(0, at, half);
  while (next) {
    tries.push(next.toISOString());
    next = nextAttemptAt(tries.length, next, half);
  }

  assert.deepEqual(tries, [
    "2026-06-01T10:00:00.000Z",
    "2026-06-01T10:00:05.000Z",
    "2026-06-01T10:05:05.000Z",
    "2026-06-01T10:35:05.000Z",
    "2026-06-01T12:35:05.000Z",
    "2026-06-01T17:35:05.000Z",
    "2026-06-02T03:35:05.000Z",
    "2026-06-02T17:35:05.000Z",
    "2026-06-03T13:35:05.000Z",
    "2026-06-04T13:35:05.000Z",
  ]);
});

Deno.test("nextAttemptAt() spreads every try by a fifth either way", () => {
  const delays = [0, 5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];

  for (const [made, seconds] of delays.entries()) {
    const waitAt = (chance: number) => Number(nextAttemptAt(made, at, () => chance)) - at.getTime();

    assert.equal(waitAt(0), seconds * 800);
    assert.equal(waitAt(0.25), seconds * 900);
    assert.equal(waitAt(1), seconds * 1200);
  }
});

const chance = fc.double({ min: 0, max: 1, noNaN: true });
const attemptsMade = fc.integer({ min: 0, max: 20 });
const time = fc.date({
  min: new Date("2000-01-01"),
  max: new Date("2100-01-01"),
  noInvalidDate: true,
});

Deno.test("nextAttemptAt() is never before the last try and never more than 28.8 h after it", () => {
  fc.assert(fc.property(attemptsMade, time, chance, fc.option(time), (made, at, chance, asked) => {
    const next = nextAttemptAt(made, at, () => chance, asked ?? undefined);

    assert.equal(next === undefined, made >= 10);
    if (!next) return;
    const waitMs = next.getTime() - at.getTime();
    assert.ok(Number.isInteger(waitMs) && waitMs >= 0 && waitMs <= 1.2 * dayMs, `${waitMs}`);
  }));
});

Deno.test("nextAttemptAt() is never earlier than Retry-After within a day, nor later for it than a day", () => {
  const askedMs = fc.integer({ min: -dayMs, max: 30 * dayMs });

  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9 }),
      time,
      chance,
      askedMs,
      (made, at, chance, asked) => {
        const plain = Number(nextAttemptAt(made, at, () => chance));
        const retryAfter = new Date(at.getTime() + asked);

        const next = Number(nextAttemptAt(made, at, () => chance, retryAfter));

        assert.ok(next >= plain);
        assert.ok(next >= Math.min(retryAfter.getTime(), at.getTime() + dayMs));
        assert.ok(next <= Math.max(plain, at.getTime() + dayMs));
      },
    ),
  );
});

Deno.test("parseRetryAfter() reads seconds and all three dates of HTTP", () => {
  const inTwoMinutes = "2026-06-01T10:02:00.000Z";
  const written = [
    "120",
    " 120 ",
    "0120",
    "Mon, 01 Jun 2026 10:02:00 GMT",
    "Monday, 01-Jun-26 10:02:00 GMT",
    "Mon Jun  1 10:02:00 2026",
  ];

  for (const text of written) {
    assert.equal(parseRetryAfter(text, at)?.toISOString(), inTwoMinutes, text);
  }
  assert.equal(parseRetryAfter("0", at)?.getTime(), at.getTime());
});

Deno.test("parseRetryAfter() takes a huge number for a day", () => {
  for (const text of ["86401", "9".repeat(400)]) {
    assert.equal(parseRetryAfter(text, at)?.getTime(), at.getTime() + dayMs);
  }
});

Deno.test("parseRetryAfter() takes everything else as not said", () => {
  const notSaid = [
    undefined,
    "",
    "-5",
    "1.5",
    "1e3",
    "soon",
    "2026-06-01",
    "2026-06-01T10:02:00Z",
    "Mon, 99 Jun 2026 10:02:00 GMT",
    "Mon, 01 Foo 2026 10:02:00 GMT",
    "120, 240",
  ];

  for (const text of notSaid) assert.equal(parseRetryAfter(text, at), undefined, text);
});

Deno.test("parseRetryAfter() survives any text", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d\s.,:A-Z-]*$/)), (text) => {
    const date = parseRetryAfter(text, at);

    assert.ok(date === undefined || !Number.isNaN(date.getTime()));
  }));
});
