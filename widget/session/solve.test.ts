import assert from "node:assert/strict";
import { createHash, pbkdf2Sync, randomBytes } from "node:crypto";
import { createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { pbkdf2 } from "./pbkdf2.ts";
import { compress, initial, wordsOf } from "./sha256.ts";
import { type Challenge, solve } from "./solve.ts";

const keys = { hmacSignatureSecret: "one", hmacKeySignatureSecret: "two" };
const going = () => new AbortController().signal;

function aChallenge(counter: number, over: { keyLength?: number; algorithm?: string } = {}) {
  return createChallenge({
    algorithm: "PBKDF2/SHA-256",
    cost: 50,
    counter,
    deriveKey,
    ...keys,
    ...over,
  });
}

/** Whether ALTCHA's own library takes the solution. */
async function holds(challenge: Challenge, subtle?: SubtleCrypto) {
  const solution = await solve(challenge, going(), subtle);
  assert.ok(solution);
  const { verified } = await verifySolution({ challenge, solution, deriveKey, ...keys });
  return verified;
}

Deno.test("solve() finds what ALTCHA's library asked for", async () => {
  for (const counter of [0, 1, 3, 4, 70, 300]) {
    assert.ok(await holds(await aChallenge(counter), crypto.subtle), `${counter}`);
  }
});

Deno.test("solve() finds it without the browser's cryptography too", async () => {
  const challenge = await aChallenge(70);
  const solution = await solve(challenge, going(), null);

  assert.ok(solution);
  assert.equal(solution.counter, 70);
  const { verified } = await verifySolution({ challenge, solution, deriveKey, ...keys });
  assert.ok(verified);
});

Deno.test("keys derived by hand are those of node's cryptography", () => {
  for (let round = 0; round < 100; round++) {
    const [password, salt] = [randomBytes(20), randomBytes(16)];
    const iterations = 1 + round;

    const key = pbkdf2(password, salt, iterations);

    assert.equal(key.toHex(), pbkdf2Sync(password, salt, iterations, 32, "sha256").toString("hex"));
  }
});

Deno.test("a digest made by hand is that of node's cryptography", () => {
  const text = new Uint8Array(64);
  text.set(new TextEncoder().encode("abc"));
  text[3] = 0x80;
  text[63] = 24;

  const digest = [...compress(initial, wordsOf(text))];

  const hex = digest.map((word) => word.toString(16).padStart(8, "0")).join("");
  assert.equal(hex, createHash("sha256").update("abc").digest("hex"));
});

Deno.test("solve() gives up on what it cannot do, and when it is told to stop", async () => {
  const stopped = AbortSignal.abort();

  assert.equal(await solve(await aChallenge(5), stopped), null);
  assert.equal(await solve(await aChallenge(5, { keyLength: 64 }), going()), null);
  const other = await aChallenge(5, { algorithm: "PBKDF2/SHA-512" });
  assert.equal(await solve(other, going()), null);
});
