// SHA-256 (FIPS 180-4), one block at a time.

const primes = firstPrimes(64);
const constants = Uint32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));
const schedule = new Uint32Array(64);

export const initial = Uint32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

export const block = () => new Uint32Array(16);

/** The state after one more block of 16 words. */
export function compress(state: Uint32Array, words: Uint32Array): Uint32Array {
  schedule.set(words);
  for (let at = 16; at < 64; at++) {
    const early = word(schedule, at - 15);
    const late = word(schedule, at - 2);
    const small = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const large = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    schedule[at] = word(schedule, at - 16) + small + word(schedule, at - 7) + large;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let at = 0; at < 64; at++) {
    const choice = (e & f) ^ (~e & g);
    const most = (a & b) ^ (a & c) ^ (b & c);
    const first = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + word(constants, at) +
      word(schedule, at);
    const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + most;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  const next = Uint32Array.of(a, b, c, d, e, f, g, h);
  for (let at = 0; at < 8; at++) next[at] = word(next, at) + word(state, at);
  return next;
}

/** 64 bytes as 16 words. */
export function wordsOf(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer);
  return block().map((_, at) => view.getUint32(at * 4));
}

function word(words: Uint32Array, at: number): number {
  return words[at] ?? 0;
}

function turn(value: number, by: number): number {
  return (value >>> by) | (value << (32 - by));
}

/** The first 32 bits after the point. */
function fraction(root: number): number {
  return (root % 1) * 2 ** 32;
}

function firstPrimes(many: number): number[] {
  const found: number[] = [];
  for (let next = 2; found.length < many; next++) {
    if (found.every((prime) => next % prime !== 0)) found.push(next);
  }
  return found;
}
